import { isAttachmentKind, type ProvisionKind } from '../model/provision.ts';
import { type Draft, newDraft } from './draft.ts';
import { mentionKey } from './marks.ts';
import type { ParseInput } from './parse.ts';

/**
 * What can be said only when the whole tree stands: lists of one member are dropped, kinds are given, first paragraphs
 * without a number become implied nodes, and attachments go to the instrument they belong to.
 */
export function settle(root: Draft, input: ParseInput): void {
  const drafts = dropLonelyMembers(root);
  nameKinds(root, drafts, input);
  evenOutKinds(drafts);
  const added = addImpliedParagraphs(drafts, input);
  const moved = placeAttachments(root, input);
  spread(root, added || moved ? allBelow(root) : drafts, input);
}

/** All drafts below `root`, each before its children, without recursion. */
function allBelow(root: Draft): Draft[] {
  const found: Draft[] = [];
  const pending = [root];
  for (let draft = pending.pop(); draft; draft = pending.pop()) {
    found.push(draft);
    for (let index = draft.children.length - 1; index >= 0; index -= 1) {
      const child = draft.children[index];
      if (child) pending.push(child);
    }
  }
  return found;
}

/** Those that are left, each before its children. */
function dropLonelyMembers(root: Draft): readonly Draft[] {
  const drafts = allBelow(root);
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index];
    if (!draft?.children.some((child) => isLonely(child))) continue;
    const kept: Draft[] = [];
    for (const child of draft.children) {
      if (!isLonely(child)) {
        kept.push(child);
        continue;
      }
      for (const grandchild of child.children) {
        grandchild.parent = draft;
        kept.push(grandchild);
      }
    }
    draft.children = kept;
  }
  return drafts.some(isLonely) ? drafts.filter((draft) => !isLonely(draft)) : drafts;
}

function isLonely(draft: Draft): boolean {
  return draft.run.needsCompany && draft.run.members < 2;
}

function nameKinds(root: Draft, drafts: readonly Draft[], input: ParseInput): void {
  const hasArticles = input.facts.seriesCount('article arabic') > 0;
  for (const draft of drafts) {
    if (draft === root || draft.family === '' || draft.kind === 'recital' || isAttachmentKind(draft.kind))
      continue;
    draft.kind = kindOf(draft, hasArticles);
  }
}

/** The members of one list are of one kind: that of the first, or sections where in an attachment one is headed so. */
function evenOutKinds(drafts: readonly Draft[]): void {
  const lists = new Map<Draft['run'], Draft[]>();
  for (const draft of drafts) {
    if (draft.kind !== 'section' && draft.kind !== 'paragraph') continue;
    const parent = draft.parent;
    if (draft.keyword !== null || !parent || !(isAttachmentKind(parent.kind) || parent.kind === 'article'))
      continue;
    const members = lists.get(draft.run);
    if (members) members.push(draft);
    else lists.set(draft.run, [draft]);
  }
  for (const members of lists.values()) {
    const inAttachment = isAttachmentKind(members[0]?.parent?.kind ?? 'article');
    const deciding = inAttachment ? members : members.slice(0, 1);
    const kind = deciding.some((draft) => draft.kind === 'section') ? 'section' : 'paragraph';
    for (const draft of members) if (draft.path.length === 1) draft.kind = kind;
  }
}

function kindOf(draft: Draft, hasArticles: boolean): ProvisionKind {
  switch (draft.keyword) {
    case 'title':
    case 'part':
    case 'division':
      return 'part';
    case 'chapter':
    case 'article':
    case 'section':
    case 'subsection':
    case 'clause':
    case 'paragraph':
    case 'item':
      return draft.keyword;
    case 'rule':
      return 'section';
    default:
      return kindOfBare(draft, hasArticles);
  }
}

function kindOfBare(draft: Draft, hasArticles: boolean): ProvisionKind {
  const parent = draft.parent;
  const main = !parent || parent.kind === 'instrument' || parent.kind === 'statement';
  const labelled = parent !== null && parent.parent === null;
  const division = parent?.kind === 'part' || parent?.kind === 'chapter';
  if (draft.path.length > 1 && draft.family === '#.#')
    return draft.path.length > 2 ? 'subsection' : 'section';
  if (draft.family.startsWith('(') || draft.family === '#)')
    return parent?.kind === 'item' ? 'subitem' : 'item';
  if (draft.numeral === 'arabic') {
    if (main || labelled) return 'section';
    if (division) return hasArticles ? 'paragraph' : 'section';
    if (parent && isAttachmentKind(parent.kind)) return draft.caption !== null ? 'section' : 'paragraph';
    if (parent?.kind === 'article')
      return draft.caption !== null && draft.path[0] === 1 ? 'section' : 'paragraph';
    return 'paragraph';
  }
  if (draft.numeral === 'roman-upper') return main || labelled ? 'article' : 'item';
  if (draft.bullet) return 'item';
  if (draft.numeral === 'alpha-upper') return main || labelled || division ? 'section' : 'item';
  return parent?.kind === 'item' ? 'subitem' : 'item';
}

/** The text of an article before its "2." is its first paragraph, as Japanese articles print it. */
function addImpliedParagraphs(drafts: readonly Draft[], input: ParseInput): boolean {
  let added = false;
  for (const draft of drafts) {
    if (draft.keyword !== 'article' || draft.firstText < 0) continue;
    const position = draft.children.findIndex((child) => isSecondOfImplied(draft, child));
    const second = draft.children[position];
    if (!second || draft.firstText >= second.start) continue;
    const earlier = draft.children.slice(0, position);
    const lastLine = input.lines[input.snapshot.lineAt(second.start) - 1] ? second.start : draft.firstText;
    const end = earlier.reduce(
      (last, child) => Math.max(last, child.end),
      textEndBefore(input, lastLine, draft.firstText),
    );
    // Text behind other provisions of the article, or a heading mark without words, is no first paragraph.
    if (end <= draft.firstText || earlier.some(({ start }) => start < draft.firstText)) continue;
    const implied = newDraft({
      kind: second.kind,
      line: draft.firstTextLine,
      start: draft.firstText,
      end,
      ordinal: '1',
      implied: true,
      path: [1],
      numeral: second.numeral,
      family: second.family,
      parent: draft,
      confidence: second.confidence,
      children: earlier,
      firstText: draft.firstText,
      firstTextLine: draft.firstTextLine,
    });
    for (const child of earlier) child.parent = implied;
    draft.children.splice(0, position, implied);
    added = true;
  }
  return added;
}

function isSecondOfImplied(article: Draft, child: Draft): boolean {
  if (child.inline || child.path.length !== 1 || child.path[0] !== 2) return false;
  return !article.children.some((other) => other.family === child.family && other.path[0] === 1);
}

/** The end of the last text before `offset`, not before `from`. */
function textEndBefore(input: ParseInput, offset: number, from: number): number {
  for (let line = input.snapshot.lineAt(offset) - 1; line >= 0; line -= 1) {
    const facts = input.lines[line];
    if (input.roles[line] === 1 && facts) return Math.max(from, input.lineStart(line) + facts.end);
    if (input.lineStart(line) < from) break;
  }
  return from;
}

/**
 * An attachment belongs to the instrument that cites it. Only those that follow their instrument without a stranger
 * between them are put under it, so that the tree stays in the order of the text.
 */
function placeAttachments(root: Draft, input: ParseInput): boolean {
  const attachments = root.children.filter(
    (child) => isAttachmentKind(child.kind) && child.kind !== 'supplement',
  );
  if (attachments.length < 2) return false;
  const mentions = attachments.map((draft, index) => {
    const from = input.snapshot.lineAt(draft.start) + 1;
    const until = attachments[index + 1]
      ? input.snapshot.lineAt(attachments[index + 1]?.start ?? 0)
      : input.lines.length;
    return { first: from, until };
  });
  const mainUntil = input.snapshot.lineAt(attachments[0]?.start ?? 0);
  const citedByMain = mentionedIn(input, 0, mainUntil);
  const kept: Draft[] = [];
  let host: { draft: Draft; cites: ReadonlySet<string>; hasBody: boolean } | null = null;
  for (const child of root.children) {
    const index = attachments.indexOf(child);
    if (index < 0) {
      // A stranger stands between the instrument and what would follow it: the text's order goes first.
      host = null;
      kept.push(child);
      continue;
    }
    const key = mentionKey(child.keyword ?? child.kind, child.number ?? '');
    const belongs: boolean = host?.hasBody === true && host.cites.has(key) && !citedByMain.has(key);
    if (belongs && host) {
      child.parent = host.draft;
      host.draft.children.push(child);
      continue;
    }
    const place = mentions[index];
    host = {
      draft: child,
      cites: mentionedIn(input, place?.first ?? 0, place?.until ?? 0),
      hasBody: child.children.length > 0,
    };
    kept.push(child);
  }
  root.children = kept;
  return true;
}

function mentionedIn(input: ParseInput, from: number, until: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let line = from; line < until; line += 1) {
    for (const mention of input.lines[line]?.attachmentMentions ?? []) found.add(mention);
  }
  return found;
}

/** Ends of parents cover their children, and what shares a line with a later provision ends where that begins. */
function spread(root: Draft, drafts: readonly Draft[], input: ParseInput): void {
  for (let index = drafts.length - 1; index > 0; index -= 1) {
    const draft = drafts[index];
    if (draft?.parent) draft.parent.end = Math.max(draft.parent.end, draft.end);
  }
  for (const draft of drafts) {
    for (let index = 0; index < draft.children.length; index += 1) {
      const child = draft.children[index];
      if (!child) continue;
      const next = draft.children[index + 1];
      const limit = Math.min(
        next ? next.start : Number.POSITIVE_INFINITY,
        draft === root ? Number.POSITIVE_INFINITY : draft.end,
      );
      if (child.end <= limit) continue;
      child.end = Math.max(child.designationEnd, endOfText(input.snapshot.text, child.start, limit));
      if (child.captionEnd > child.end) withoutCaption(child);
    }
  }
}

/** What seemed its caption is the number of the provision behind it: "(II)  (III)". */
function withoutCaption(draft: Draft): void {
  draft.caption = null;
  draft.captionStart = -1;
  draft.captionEnd = -1;
}

/** `end` without the blanks before it. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return last;
}
