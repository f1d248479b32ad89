// Checks Office files with Microsoft's Open XML SDK validator: paths in, one JSON object {path: [errors]} out.
import { readFile } from "node:fs/promises";
import validate from "@ooxml-tools/validate";

const report = {};
for (const path of process.argv.slice(2)) {
  report[path] = await validate(new Uint8Array(await readFile(path)), "Microsoft365");
}
process.stdout.write(JSON.stringify(report));
process.exit(0); // the WebAssembly runtime would keep the process alive
