/** The editor's translations as they are in English: the text itself, with what is put into it. */
export const l10n = {
  t: (text: string, ...values: unknown[]) =>
    text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};
