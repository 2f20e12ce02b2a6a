/** The pages beside documents, by the types under which package.json wakes the extension for them. */
export const panelTypes = ['proviso.preview', 'proviso.map'] as const;

export type PanelType = (typeof panelTypes)[number];
