import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type {
  Content,
  TableCell,
  TDocumentDefinitions,
  TFontDictionary,
} from 'pdfmake/interfaces.js';
import type { Status } from '../../goals/assess.js';
import type { Block, Cell, ReportDocument, Table } from './blocks.js';

const load = createRequire(import.meta.url);
const fonts = 'pdfmake/fonts/Roboto.js';

/** Loaded for the first document: programs that write none need not wait for it when they start. */
async function pdfmaker() {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts(load(fonts) as TFontDictionary);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(dirname(load.resolve(fonts)) + sep));
  return pdfmake;
}

const ink = { blue: '#123f6d', grey: '#55606d', line: '#d9dee4', red: '#8a1c1c' };
const statusInk: Readonly<Record<Status, string>> = {
  ...{ met: '#1d6b3a', 'partly-met': '#7a5200', 'not-met': ink.red, 'not-assessable': ink.grey },
};

/** The document as PDF, with its fonts in it: the same document gives the same bytes. */
export async function pdfDocument(document: ReportDocument): Promise<Buffer> {
  const pdfmake = await pdfmaker();
  return pdfmake.createPdf(definitionOf(document)).getBuffer();
}

function definitionOf(document: ReportDocument): TDocumentDefinitions {
  const { language, title, subtitle, facts, draft, blocks, datedOn, page } = document;
  const name = `${title} · ${subtitle}`;
  return {
    ...{ pageSize: 'A4', pageMargins: [56, 64, 56, 60], language, displayTitle: true },
    info: { title: name, author: 'Sikker By', creationDate: new Date(`${datedOn}T00:00:00Z`) },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: '#1c2530' },
    header: (at) =>
      draft === undefined || at === 1
        ? ''
        : { text: draft, style: 'remark', color: ink.red, margin: [56, 28, 56, 0] },
    footer: (at, of) => ({
      margin: [56, 20, 56, 0],
      columns: [
        { text: name, style: 'remark' },
        { text: `${page} ${String(at)} / ${String(of)}`, style: 'remark', alignment: 'right' },
      ],
    }),
    // A heading does not end a page.
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
      headlineLevel !== undefined && getFollowingNodesOnPage().length === 0,
    styles: {
      h2: { fontSize: 15, bold: true, color: ink.blue, margin: [0, 22, 0, 6] },
      h3: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 3] },
      remark: { fontSize: 8.5, color: ink.grey },
      head: { bold: true, color: ink.blue },
    },
    content: [
      { text: title, fontSize: 28, bold: true, color: ink.blue },
      { text: subtitle, fontSize: 15, color: ink.blue, margin: [0, 0, 0, 8] },
      ...facts.map((text) => ({ text, style: 'remark' })),
      ...(draft === undefined ? [] : [{ text: draft, bold: true, color: ink.red }]),
      ...together(blocks),
    ],
  };
}

/** A heading stays with what it is over, a goal’s with how it stands, its chart and its rule. */
function together(blocks: readonly Block[]): Content[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const ends = last?.at(-1)?.kind;
    const isNext = ends === 'heading' && block.kind !== 'table' && block.kind !== 'notes';
    const isOfGoal = ends === 'status' || ends === 'chart' || ends === 'list';
    if (last && (isNext || isOfGoal) && !beginsPage(block)) last.push(block);
    else groups.push([block]);
  }
  return groups.map((group) => ({
    stack: group.flatMap(contentOf),
    unbreakable: group.length > 1,
    ...(group[0] && beginsPage(group[0]) ? { pageBreak: 'before' } : {}),
  }));
}

function beginsPage(block: Block): boolean {
  return block.kind === 'heading' && block.onNewPage === true;
}

function contentOf(block: Block): Content[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, style: `h${String(block.level)}`, headlineLevel: block.level }];
    case 'text':
      return [{ text: block.text, margin: [0, 0, 0, 5] }];
    case 'remark':
      return [{ text: block.text, style: 'remark', margin: [0, 2, 0, 4] }];
    case 'list':
      return [{ ul: [...block.items], margin: [0, 2, 0, 4] }];
    case 'status':
      return [{ text: block.text, bold: true, color: statusInk[block.status] }];
    case 'chart':
      return [{ svg: block.svg, width: 410, margin: [0, 8, 0, 4] }];
    case 'notes':
      return [
        {
          ol: block.notes.map((text, at) => ({ text, id: `note-${String(at + 1)}` })),
          ...{ fontSize: 8.5, margin: [0, 2, 0, 0] },
        },
      ];
    case 'table':
      return tableOf(block);
  }
}

/** So many rows stay on one page, and so many signs on one line. */
const shortTable = 13;
const shortText = 18;

function tableOf({ caption, head, rows, numbers, wide = 0 }: Table): Content[] {
  const alignment = (column: number) => (numbers.includes(column) ? 'right' : 'left');
  const heads = head.map((text, column): TableCell => ({
    text,
    style: 'head',
    alignment: alignment(column),
  }));
  const lines = rows.map((row): TableCell[] => {
    const [first] = row;
    if (row.length > 1 || !first) {
      return row.map((one, at) => ({
        ...cellOf(one, alignment(at)),
        noWrap: at !== wide && one.text.length <= shortText,
      }));
    }
    const over = { text: first.text, style: 'head', margin: [0, 6, 0, 0], colSpan: head.length };
    return [over as TableCell, ...head.slice(1).map(() => '')];
  });
  const over: Content[] =
    caption === '' ? [] : [{ text: caption, style: 'remark', margin: [0, 6, 0, 2] }];
  const table: Content = {
    table: {
      ...{ headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 2 },
      widths: head.map((_, at) => (at === wide ? '*' : 'auto')),
      body: [heads, ...lines],
    },
    layout: {
      hLineWidth: (at: number) => (at === 0 ? 0 : at === 1 ? 1.2 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (at: number) => (at === 1 ? ink.blue : ink.line),
      paddingLeft: (at: number) => (at === 0 ? 0 : 6),
      paddingRight: () => 4,
    },
    ...{ fontSize: 8.5, margin: [0, 2, 0, 8] },
  };
  return [{ stack: [...over, table], unbreakable: rows.length <= shortTable }];
}

function cellOf({ text, notes = [], status }: Cell, alignment: 'left' | 'right') {
  const marks = notes.map((note) => ({
    ...{ text: `\u00a0${String(note)}`, sup: true, color: ink.blue },
    linkToDestination: `note-${String(note)}`,
  }));
  const ofStatus = status === undefined ? {} : { color: statusInk[status], bold: true };
  return { text: [text, ...marks], alignment, ...ofStatus };
}
