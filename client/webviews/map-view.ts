import { middleOf, type PlacedMap, type Point, shift } from './map-layout.ts';

/** Moves and scales a drawing in its frame, by mouse, wheel and keys. */
export class MapView {
  readonly #frame: SVGSVGElement;
  #drawing: SVGGElement | null = null;
  #size: Pick<PlacedMap, 'width' | 'height'> = { width: 1, height: 1 };
  #middle: Point = { x: 0, y: 0 };
  #scale = 1;
  #x = 0;
  #y = 0;

  constructor(frame: SVGSVGElement) {
    this.#frame = frame;
    frame.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const { left, top } = frame.getBoundingClientRect();
        this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - left, event.clientY - top);
      },
      { passive: false },
    );
    frame.addEventListener('pointerdown', (event) => this.#drag(event));
  }

  /** Shows another drawing; where it is the first one, all of it. */
  show(drawing: SVGGElement, map: PlacedMap): void {
    this.#drawing?.remove();
    this.#drawing = drawing;
    this.#size = map;
    this.#middle = middleOf(map);
    this.#frame.append(drawing);
    this.fit();
  }

  /** All of it, but not larger than it is read best, and not smaller than it can be read: then what is around its middle. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#frame;
    const { width, height } = this.#size;
    const whole = Math.min(clientWidth / width, clientHeight / height) * roomAround;
    this.#scale = Math.min(1.2, Math.max(smallestReadable, whole));
    this.#x = shift(clientWidth, width * this.#scale, this.#middle.x * this.#scale);
    this.#y = shift(clientHeight, height * this.#scale, this.#middle.y * this.#scale);
    this.#place();
  }

  zoom(factor: number, x = this.#frame.clientWidth / 2, y = this.#frame.clientHeight / 2): void {
    const scale = Math.min(4, Math.max(0.05, this.#scale * factor));
    this.#x = x - ((x - this.#x) * scale) / this.#scale;
    this.#y = y - ((y - this.#y) * scale) / this.#scale;
    this.#scale = scale;
    this.#place();
  }

  /** Moves what is looked at into the frame. */
  reveal(node: Element): void {
    const frame = this.#frame.getBoundingClientRect();
    const place = node.getBoundingClientRect();
    this.#x += inside(place.left, place.right, frame.left, frame.right);
    this.#y += inside(place.top, place.bottom, frame.top, frame.bottom);
    this.#place();
  }

  #drag(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('.node')) return;
    const from = { x: event.clientX - this.#x, y: event.clientY - this.#y };
    const move = (moved: PointerEvent): void => {
      this.#x = moved.clientX - from.x;
      this.#y = moved.clientY - from.y;
      this.#place();
    };
    this.#frame.setPointerCapture(event.pointerId);
    this.#frame.addEventListener('pointermove', move);
    this.#frame.addEventListener('pointerup', () => this.#frame.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  #place(): void {
    this.#drawing?.setAttribute('transform', `translate(${this.#x} ${this.#y}) scale(${this.#scale})`);
  }
}

const smallestReadable = 0.75;
const roomAround = 0.94;
const edge = 24;

/** How far something must be moved to lie inside, with a little room around it. */
function inside(from: number, to: number, first: number, last: number): number {
  if (from < first + edge) return first + edge - from;
  return to > last - edge ? last - edge - to : 0;
}
