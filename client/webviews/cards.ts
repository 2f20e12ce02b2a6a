/** A card is shown once the mouse rests on a link for so long. */
const restMilliseconds = 250;
const distance = 8;

/** Cards beside links, by mouse and by keyboard; Escape and scrolling put them away. */
export class Cards {
  readonly #card: HTMLElement;
  readonly #ask: (anchor: string) => void;
  #link: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(card: HTMLElement, ask: (anchor: string) => void) {
    this.#card = card;
    this.#ask = ask;
    const over = ({ target }: Event) => this.#point(target);
    document.addEventListener('mouseover', over);
    document.addEventListener('focusin', over);
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide();
    });
  }

  /** An answer that comes late, when something else is pointed at, is not shown. */
  show(anchor: string, html: string | null): void {
    const link = this.#link;
    if (!link || html === null || anchorOf(link) !== anchor) return;
    this.#card.innerHTML = html;
    this.#card.hidden = false;
    link.setAttribute('aria-describedby', this.#card.id);
    const { left, top, bottom } = link.getBoundingClientRect();
    const { width, height } = this.#card.getBoundingClientRect();
    const below = bottom + distance;
    const fits = below + height < window.innerHeight;
    this.#card.style.top = `${fits ? below : Math.max(0, top - height - distance)}px`;
    this.#card.style.left = `${Math.max(distance, Math.min(left, window.innerWidth - width - distance))}px`;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#link?.removeAttribute('aria-describedby');
    this.#link = null;
    this.#card.hidden = true;
  }

  #point(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest<HTMLElement>('a[data-to]') : null;
    if (link === this.#link) return;
    this.hide();
    if (!link) return;
    this.#link = link;
    this.#timer = setTimeout(() => this.#ask(anchorOf(link)), restMilliseconds);
  }
}

/** Of several provisions the first is shown. */
function anchorOf(link: HTMLElement): string {
  return (link.dataset.to ?? '').split(' ', 1)[0] ?? '';
}
