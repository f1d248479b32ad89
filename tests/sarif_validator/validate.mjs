// Checks a SARIF log on standard input against the 2.1.0 schema that Microsoft's SARIF tools carry: a list of errors out.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const home = new URL("../", import.meta.resolve("@microsoft/sarif-multitool-ts"));
const schema = JSON.parse(readFileSync(new URL("assets/sarif-2.1.0.schema.json", home), "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);
validate(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(validate.errors ?? []));
