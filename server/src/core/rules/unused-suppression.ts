import type { Analysis } from '../analysis.ts';
import type { NotDefect } from '../config/model.ts';
import { nearestName, unknownName } from '../config/nearest.ts';
import { type NamedRule, type Suppression, suppressedRules } from '../config/suppressions.ts';
import { walkProvisions } from '../model/provision.ts';
import { range, type TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { nameForGood } from './identity.ts';
import type { Fix, Rule, RuleReport, SilencedFindings } from './rule.ts';

/**
 * Comments and entries of proviso.json that silence nothing: what they were for is mended, and they would hide what
 * goes wrong at the same place later. `ids` are those of all rules.
 */
export function unusedSuppressionAmong(ids: readonly string[]): Rule {
  return {
    id: 'unused-suppression',
    title: 'A comment or setting that silences nothing',
    severity: 'hint',
    scope: 'document',
    // Else a comment for all rules would silence what is said of itself.
    silencedByName: true,
    *check(analysis, { notDefects }, silenced) {
      for (const suppression of silenced.suppressions.all) {
        // A comment that is not closed runs on to the end of the document: its words are no names.
        if (analysis.snapshot.slice(suppression.range).endsWith('-->'))
          yield* unusedParts(analysis, suppression, silenced, ids);
      }
      const unused = notDefects.filter((entry) => !silenced.isUsed(entry) && silenced.hasRun(entry.rule));
      if (unused.length > 0) yield* unusedEntries(analysis, unused);
    },
  };
}

function* unusedParts(
  analysis: Analysis,
  suppression: Suppression,
  silenced: SilencedFindings,
  ids: readonly string[],
): Generator<RuleReport> {
  if (suppression.rules === null) {
    if (silenced.suppressions.isUsed(suppression, null) || !silenced.hasRun(null)) return;
    yield {
      range: suppression.range,
      message: say`Nothing is found ${whereOf(suppression)} that this comment could silence.`,
      fixes: [removal(analysis, suppression)],
    };
    return;
  }
  const named = suppressedRules(analysis, suppression);
  for (const [index, { rule, range: place }] of named.entries()) {
    if (!ids.includes(rule)) {
      const nearest = nearestName(rule, ids);
      const fixes =
        nearest === null
          ? []
          : [
              {
                title: say`Write “${nearest}”`,
                edits: [{ range: place, newText: nearest }],
                preferred: true,
              },
            ];
      yield { range: place, message: unknownName(rule, 'rule', ids), fixes };
    } else if (!silenced.suppressions.isUsed(suppression, rule) && silenced.hasRun(rule)) {
      yield {
        range: place,
        message: say`${rule} finds nothing ${whereOf(suppression)} that this comment could silence.`,
        fixes: [named.length === 1 ? removal(analysis, suppression) : removalOfName(named, index)],
      };
    }
  }
}

function whereOf({ line }: Suppression): string {
  if (line === null) return say`in this document`;
  return line === -1 ? say`here, where no text follows,` : say`on the next line of text`;
}

/** Takes the comment out, and its lines with it where it stands on them alone. */
function removal({ snapshot }: Analysis, { range: comment }: Suppression): Fix {
  const first = snapshot.lineRange(snapshot.lineAt(comment.start));
  const lastLine = snapshot.lineAt(comment.end);
  const last = snapshot.lineRange(lastLine);
  const before = snapshot.text.slice(first.start, comment.start);
  const after = snapshot.text.slice(comment.end, last.end);
  const isAlone = /^[ \t\u00A0]*$/.test(before) && after.trim() === '';
  const place = isAlone ? range(first.start, snapshot.lineStart(lastLine + 1)) : comment;
  return { title: say`Remove this comment`, edits: [{ range: place, newText: '' }], certain: true };
}

/** Takes a name out of a list of several, with what parts it from the one before or, for the first, behind. */
function removalOfName(named: readonly NamedRule[], index: number): Fix {
  const { rule, range: place } = named[index] as NamedRule;
  const before = named[index - 1];
  const after = named[index + 1];
  const part = before
    ? range(before.range.end, place.end)
    : range(place.start, after ? after.range.start : place.end);
  return { title: say`Remove “${rule}”`, edits: [{ range: part, newText: '' }], certain: true };
}

/** An entry stands in another file: what it says is told where its provision stands, or at the top of the document. */
function* unusedEntries(analysis: Analysis, entries: readonly NotDefect[]): Generator<RuleReport> {
  const headings = new Map<string, TextRange>();
  for (const each of walkProvisions(analysis.outline))
    headings.set(nameForGood(analysis, each), each.heading);
  const top = analysis.outline[0]?.heading ?? range(0, 0);
  for (const { rule, provision, text } of entries) {
    yield {
      range: headings.get(provision) ?? top,
      message: say`The settings of the project call what ${rule} finds at “${text}” no defect, but it finds nothing there.`,
    };
  }
}
