// Checks Office files with Microsoft's Open XML SDK validator: paths in, one JSON object {path: [errors]} out.
import { readFile } from "node:fs/promises";
import validate from "@ooxml-tools/validate";

const report = {};
for (const path of process.argv.slice(2)) {
  try {
    report[path] = await validate(new Uint8Array(await readFile(path)), "Microsoft365");
  } catch (error) { // a file it cannot even load is as wrong as can be; the others are still checked
    report[path] = [{ description: String(error) }];
  }
}
process.stdout.write(JSON.stringify(report));
process.exit(0); // the WebAssembly runtime would keep the process alive
