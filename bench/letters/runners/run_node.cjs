// The peers from npm, each in the way that its own documentation shows. Prints times as JSON, like stopwatch.py.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");

const job = JSON.parse(process.argv[2]);
const peer = process.argv[3];
const home = process.argv[4];
const load = createRequire(path.join(home, "package.json"));
const template = fs.readFileSync(job.template);
const data = JSON.parse(fs.readFileSync(job.data, "utf8"));

const makers = {
  docxtemplater() {
    const PizZip = load("pizzip");
    const Docxtemplater = load("docxtemplater");
    return async () => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = load("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(template, data);
  },
  carbone() {
    const carbone = load("carbone");
    return () =>
      new Promise((resolve, reject) => {
        carbone.render(job.template, data, (error, made) => (error ? reject(error) : resolve(made)));
      });
  },
  "docx-templates"() {
    const { createReport } = load("docx-templates");
    // The faster of its two ways: its sandbox makes a new JavaScript context for each tag.
    // Its limit of a million steps is less than 4,000 rows take.
    const options = { cmdDelimiter: "+++", noSandbox: true, maximumWalkingDepth: 100_000_000 };
    return () => createReport({ template, data, ...options });
  },
};

async function main() {
  const make = makers[peer]();
  let made;
  for (let count = 0; count < job.warm_up; count++) made = await make();
  const times = [];
  const end = performance.now() + job.budget_s * 1000;
  while (times.length < job.repeats && (times.length < 3 || performance.now() < end)) {
    const start = performance.now();
    made = await make();
    times.push(performance.now() - start);
  }
  fs.writeFileSync(job.output, Buffer.from(made));
  const version = JSON.parse(fs.readFileSync(path.join(home, "node_modules", peer, "package.json"), "utf8")).version;
  const status = fs.existsSync("/proc/self/status") ? fs.readFileSync("/proc/self/status", "utf8") : "";
  const peak = /^VmHWM:\s+(\d+)/m.exec(status);
  const peak_mb = peak ? Number(peak[1]) / 1024 : null;
  process.stdout.write(JSON.stringify({ version, times_ms: times, peak_mb }), () => process.exit(0));
}

main().catch((error) => {
  process.stderr.write(`${error.stack || error}\n${JSON.stringify(error.properties || {}).slice(0, 2000)}\n`);
  process.exit(1);
});
