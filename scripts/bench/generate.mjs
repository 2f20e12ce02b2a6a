/**
 * A generated agreement: articles, sections and items that are numbered without a fault, and enumerations inside
 * sentences, about as many of each as real credit agreements have. The same size and seed give the same text. With
 * `terms` it defines so many terms in a list, uses them in its sentences, and has pointers to where parties are named.
 */
export function generateAgreement({ size, seed = 1, markdown = false, terms = 0 }) {
  const writer = new Writer(seed, markdown, terms);
  writer.opening();
  writer.definitions();
  for (let article = 1; writer.length < size; article += 1) writer.article(article, size);
  writer.signatures();
  return writer.text();
}

const lineWidth = 78;

class Writer {
  #lines = [];
  #random;
  #markdown;
  #terms;
  length = 0;

  constructor(seed, markdown, terms) {
    this.#random = randomNumbers(seed);
    this.#markdown = markdown;
    this.#terms = Array.from({ length: terms }, (_, at) => termAt(at));
  }

  text() {
    return `${this.#lines.join('\n')}\n`;
  }

  opening() {
    this.#paragraph(this.#markdown ? '# MASTER SUPPLY AGREEMENT' : 'MASTER SUPPLY AGREEMENT');
    this.#paragraph(
      'THIS AGREEMENT is made on March 3, 2025 between Harbour Mills Limited (the "Seller") and ' +
        'Lantern Trading Company (the "Buyer").',
    );
    this.#paragraph('NOW, THEREFORE, the parties agree as follows:');
  }

  definitions() {
    for (const term of this.#terms)
      this.#paragraph(`"${term}" means each ${this.#pick(this.#terms)} that ${this.#clause()}.`);
  }

  article(number, size) {
    const caption = articleCaption(number);
    if (this.#markdown) this.#paragraph(`## ARTICLE ${number} ${caption.toUpperCase()}`);
    else this.#paragraph(`ARTICLE ${number}\n${caption.toUpperCase()}`);
    const sections = this.#between(5, 9);
    for (let section = 1; section <= sections && this.length < size; section += 1)
      this.#section(`${number}.${section}`, sectionCaption(section, number), number);
  }

  signatures() {
    this.#paragraph('IN WITNESS WHEREOF, the parties have signed this Agreement.');
    this.#paragraph('By: ______________________');
  }

  #section(number, caption, article) {
    const words = this.#sentences(this.#between(2, 4), article);
    if (this.#markdown) {
      this.#paragraph(`### ${number} ${caption}`);
      this.#paragraph(words);
    } else this.#paragraph(`${number} ${caption}. ${words}`);
    if (this.#between(1, 2) === 1) this.#items();
    else this.#enumeration();
    this.#paragraph(this.#sentences(this.#between(2, 6), article));
  }

  #items() {
    this.#paragraph('The following is due on each Delivery Date:');
    const count = this.#between(3, 6);
    for (let item = 0; item < count; item += 1) {
      const end = item === count - 1 ? '.' : item === count - 2 ? '; and' : ';';
      this.#paragraph(`(${String.fromCharCode(97 + item)}) ${this.#clause()}${end}`);
    }
  }

  #enumeration() {
    const marks = ['(i)', '(ii)', '(iii)', '(iv)', '(v)'].slice(0, this.#between(3, 5));
    const parts = marks.map((mark) => `${mark} ${this.#clause()}`);
    const last = parts.pop();
    this.#paragraph(`The Buyer confirms that, at any time: ${parts.join('; ')}; and ${last}.`);
  }

  #sentences(count, article) {
    const sentences = [];
    for (let index = 0; index < count; index += 1) {
      const sentence = this.#clause();
      const cites = this.#between(1, 6) === 1 ? ` under ${this.#citation(article)}` : '';
      sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${cites}.`);
    }
    return sentences.join(' ');
  }

  /** In Markdown a citation of an article is a link, so that a checker of links has something to check. */
  #citation(last) {
    const article = this.#between(1, last);
    const section = this.#between(0, 5);
    if (section > 0) return `Section ${article}.${section}`;
    const name = `Article ${article}`;
    if (!this.#markdown) return name;
    const slug = `${name} ${articleCaption(article)}`.toLowerCase().replaceAll(' ', '-');
    return `[${name}](#${slug})`;
  }

  #clause() {
    const object = this.#terms.length > 0 ? `each ${this.#pick(this.#terms)} and ` : '';
    return `the ${this.#pick(actors)} ${this.#pick(verbs)} ${object}${this.#pick(objects)} ${this.#pick(conditions)}`;
  }

  #paragraph(text) {
    for (const line of text.split('\n')) this.#wrap(line);
    this.#line('');
  }

  #wrap(text) {
    let rest = text;
    while (rest.length > lineWidth) {
      const cut = rest.lastIndexOf(' ', lineWidth);
      this.#line(rest.slice(0, cut));
      rest = rest.slice(cut + 1);
    }
    this.#line(rest);
  }

  #line(text) {
    this.#lines.push(text);
    this.length += text.length + 1;
  }

  #pick(words) {
    return words[Math.floor(this.#random() * words.length)];
  }

  #between(least, most) {
    return least + Math.floor(this.#random() * (most - least + 1));
  }
}

/** "Harbour Reserve Note": each of the terms has other words. */
function termAt(place) {
  const inner = Math.floor(place / termNouns.length);
  const first = termQualities[inner % termQualities.length];
  const second = termSubjects[Math.floor(inner / termQualities.length) % termSubjects.length];
  return `${first} ${second} ${termNouns[place % termNouns.length]}`;
}

const termQualities = ['Harbour', 'Senior', 'Eligible', 'Permitted', 'Excluded', 'Interim'];
const termSubjects = ['Reserve', 'Transfer', 'Storage', 'Freight', 'Claims', 'Ledger', 'Dock', 'Survey'];
const termNouns = [
  'Note',
  'Account',
  'Notice',
  'Certificate',
  'Amount',
  'Period',
  'Party',
  'Vessel',
  'Lien',
  'Rate',
];

/** No two articles have one caption: that would be a fault. */
function articleCaption(number) {
  return `${subjects[number % subjects.length]} in Period ${Math.floor(number / subjects.length) + 1}`;
}

/** No two sections of an article either. */
function sectionCaption(section, start) {
  const place = start + section;
  return `${qualities[place % qualities.length]} ${subjects[place % subjects.length]}`;
}

const subjects = [
  'Payment',
  'Delivery of the Goods',
  'Warranties',
  'Records',
  'Inspection',
  'Insurance',
  'Transfer of Title',
  'Termination',
  'Confidential Information',
  'Notices',
];
const qualities = ['General', 'Additional', 'Mutual', 'Continuing', 'Early', 'Separate'];
const actors = ['Seller', 'Buyer', 'Carrier', 'Guarantor', 'Inspector', 'holder of a majority of the shares'];
const verbs = [
  'shall deliver',
  'may withhold',
  'has duly authorised',
  'shall promptly return',
  'will keep in good order',
  'accepts without reservation',
];
const objects = [
  'all documents of title that concern the goods',
  'each invoice which was issued in the preceding quarter',
  'the books and records of the warehouse at the harbour',
  'any amount that is not disputed in good faith',
  'a certificate signed by an officer of the company',
];
const conditions = [
  'within thirty days after a written request',
  'unless the parties have agreed otherwise in writing',
  'at its own cost and without delay, wherever the goods then are',
  'as soon as the conditions of this Agreement have been satisfied',
  'for as long as any part of the purchase price remains unpaid',
];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
