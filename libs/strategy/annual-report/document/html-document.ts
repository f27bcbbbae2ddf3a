import type { Block, Cell, ReportDocument, Table } from './blocks.js';
import { htmlStyle } from './html-style.js';
import { element, escaped } from './markup.js';

/** The document as one file of HTML that needs nothing besides: no script, font or picture. */
export function htmlDocument(document: ReportDocument): string {
  const { language, title, subtitle, facts, draft, blocks } = document;
  const name = `${title} · ${subtitle}`;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, escaped(name)),
    element('style', {}, htmlStyle),
  ].join('\n');
  const body = [
    element(
      'header',
      {},
      [
        element('h1', {}, `${escaped(title)} ${element('span', {}, escaped(subtitle))}`),
        ...facts.map((fact) => element('p', {}, escaped(fact))),
        ...(draft === undefined ? [] : [element('p', { class: 'draft' }, escaped(draft))]),
      ].join('\n'),
    ),
    element('main', {}, blocks.map(blockOf).join('\n')),
  ].join('\n');
  return `<!doctype html>\n${element('html', { lang: language }, `\n${element('head', {}, head)}\n${element('body', {}, body)}\n`)}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element(
        `h${String(block.level)}`,
        block.onNewPage ? { class: 'new-page' } : {},
        escaped(block.text),
      );
    case 'text':
      return element('p', langOf(block.language), escaped(block.text));
    case 'remark':
      return element('p', { class: 'remark' }, escaped(block.text));
    case 'list':
      return element(
        'ul',
        {},
        block.items.map((item) => element('li', {}, escaped(item))).join(''),
      );
    case 'status':
      return element('p', { class: `status ${block.status}` }, escaped(block.text));
    case 'chart':
      return element('figure', {}, block.svg);
    case 'notes':
      return element('ol', { class: 'notes' }, block.notes.map(noteOf).join('\n'));
    case 'table':
      return tableOf(block);
  }
}

function langOf(language: string | undefined) {
  return language === undefined ? {} : { lang: language };
}

function noteOf(note: string, at: number): string {
  return element('li', { id: `note-${String(at + 1)}` }, escaped(note));
}

function tableOf({ caption, head, rows, numbers }: Table): string {
  const kindOf = (column: number) => (numbers.includes(column) ? { class: 'number' } : {});
  const heads = head.map((text, column) =>
    element('th', { scope: 'col', ...kindOf(column) }, escaped(text)),
  );
  const lines = rows.map((row) => {
    const [first] = row;
    if (row.length === 1 && first) {
      const span = { scope: 'colgroup', colspan: String(head.length) };
      return element('tr', {}, element('th', span, escaped(first.text)));
    }
    return element(
      'tr',
      {},
      row.map((one, column) => cellOf(one, kindOf(column), column)).join(''),
    );
  });
  return element(
    'table',
    {},
    [
      ...(caption === '' ? [] : [element('caption', {}, escaped(caption))]),
      element('thead', {}, element('tr', {}, heads.join(''))),
      element('tbody', {}, lines.join('\n')),
    ].join('\n'),
  );
}

function cellOf({ text, notes = [], status }: Cell, attributes: object, column: number): string {
  const links = notes.map((note) => {
    const number = String(note);
    return element('sup', {}, element('a', { href: `#note-${number}` }, number));
  });
  const kind = status === undefined ? attributes : { class: `status ${status}` };
  const scope = column === 0 ? { scope: 'row' } : {};
  return element(column === 0 ? 'th' : 'td', { ...scope, ...kind }, escaped(text) + links.join(''));
}
