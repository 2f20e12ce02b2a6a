/**
 * The address of a rule's page on the web, for those who do not have the manual beside them: where package.json names
 * a repository on GitHub. Null where it names none, and where the code is that of no rule.
 */
export function rulePageAddress(manifest: object, rule: string): string | null {
  const repository: unknown = 'repository' in manifest ? manifest.repository : null;
  const url: unknown =
    typeof repository === 'object' && repository !== null ? Reflect.get(repository, 'url') : repository;
  const [, name] = (typeof url === 'string' && onGitHub.exec(url)) || [];
  return name === undefined || !/^[a-z-]+$/.test(rule)
    ? null
    : `https://github.com/${name}/blob/HEAD/docs/rules/${rule}.md`;
}

/** The forms that npm knows: an address of the web or of git, or "github:owner/name". */
const onGitHub =
  /^(?:github:|(?:git\+)?(?:https|ssh|git):\/\/(?:git@)?github\.com\/)([\w-]+\/[\w.-]+?)(?:\.git)?$/;
