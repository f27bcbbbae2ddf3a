/** Text that is HTML already. Everything else is escaped where it is put in. */
class Html {
  constructor(readonly text: string) {}
}

type Part = string | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML from a template; what is put into it is escaped unless it comes from a template itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = parts.map((part) => {
    if (typeof part === 'string')
      return part.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
    return part instanceof Html ? part.text : part.map(({ text }) => text).join('');
  });
  return new Html(String.raw({ raw: strings }, ...texts));
}

export type { Html };
