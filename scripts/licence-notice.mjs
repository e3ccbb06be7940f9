// The notice that main.js ends with: whose work is in it and on which terms, from the packages themselves.
//
//     /*! Throughline has these packages in it:
//     preact 11.2.0 (MIT): Copyright (c) 2015-present Jason Miller
//     …
//     MIT: Permission is hereby granted, …
//     */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Folders of the packages that `inputs`, the files of an esbuild metafile, come from; sorted. */
export function packageFolders(inputs) {
  const folders = Object.keys(inputs).flatMap(
    (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

/** Throws for a package that says no licence, for what is in it may then not be given away. */
export function licenceNotice(root, folders) {
  const texts = new Map();
  const lines = folders.map((folder) => {
    const { name, version, license, author, homepage, repository } = JSON.parse(
      readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(path.join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined || typeof license !== 'string') throw new Error(`${folder} says no licence`);
    const { owners, terms } = partsOf(readFileSync(path.join(root, folder, file), 'utf8'));
    // The same terms are written with other line ends and quotes.
    const known = `${license} ${terms.replace(/[^a-z]+/gi, ' ').toLowerCase()}`;
    if (!texts.has(known)) texts.set(known, { terms, licence: license, names: [] });
    texts.get(known).names.push(name);
    // Terms without a copyright line, as Mozilla's, are of whoever the package names; they want the source told.
    const by = `by ${author?.name ?? author ?? 'its authors'}, source: ${homepage ?? repository?.url ?? name}`;
    return `${name} ${version} (${license}): ${owners === '' ? by : owners}`;
  });
  const terms = [...texts.values()].map(({ terms, names }) => `--- ${names.join(', ')} ---\n${terms}`);
  const notice = ['Throughline has these packages in it:', ...lines, '', terms.join('\n\n')].join('\n');
  return `/*! ${notice.replaceAll('*/', '* /')}\n*/\n`;
}

/** A longer text has its terms above the copyright lines, as Apache's. */
const LONG = 5_000;

/** A licence's copyright lines, and the terms below the first of them; a title is above. */
function partsOf(text) {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/);
  const isOwners = (paragraph) => /^\s*copyright\b/i.test(paragraph);
  const first = text.length > LONG ? 0 : Math.max(0, paragraphs.findIndex(isOwners));
  const owners = paragraphs.filter(isOwners).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const terms = paragraphs.slice(first).filter((paragraph) => !isOwners(paragraph));
  return { owners: owners.join('; '), terms: terms.join('\n\n') };
}

/** Adds the notice to the one file that is built; of a build in parts it goes into a file of its own, `into`. */
export const licenceNoticePlugin = (root, into) => ({
  name: 'licence-notice',
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true;
    if (into === undefined) initialOptions.write = false;
    onEnd(({ metafile, outputFiles = [] }) => {
      for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
      if (metafile === undefined) return;
      const notice = licenceNotice(root, packageFolders(metafile.inputs));
      writeFileSync(path.resolve(root, into ?? initialOptions.outfile), notice, {
        flag: into === undefined ? 'a' : 'w',
      });
    });
  },
});
