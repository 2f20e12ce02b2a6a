/** Words that tell names and headings from terms. Curated from English usage and from the statutes and forms that contracts cite. */

/** Small words inside a name: "Event of Default". */
export const linkingWord = /^(?:of|the|and|or|for|in|to|on|by|de|&)$/;

/** Words that stand before a name, with a capital where they open a sentence. */
export const phraseOpeners =
  /^(?:The|This|That|These|Those|An?|Any|All|Each|Every|Either|Neither|Such|No|None|If|In|On|At|By|For|To|Of|When|Where|While|Upon|Unless|Until|Should|As|And|Or|But|Nor|Its|Their|Our|Your|My|His|Her|Both|Some|Other|Said|Under|Within|Without|Except|After|Before|During|From|With|Between|Among|Which|What|Whether|Notwithstanding|Provided|However|Pursuant|Subject|Following|Including|It|He|She|They|We|You|I|There|Here|Not|Only|Also|Because|Since|Thus|Further|Furthermore|Moreover|Accordingly|Therefore|Otherwise|Than|Then|Per|Via|Through|Throughout|Into|Onto|Over|Against|About|Above|Below|Prior|Promptly|Immediately|Whereas|Whenever|Wherever|Whoever|Whichever|Without|Despite|Regarding|Concerning|Likewise|Similarly|Additionally|Nothing|Nevertheless|WHEREAS|NOW|THEREFORE|AND|THE|Does|Do|Is|Are|Was|Were|Be|Shall|Will|May|Must|Can|Has|Have|Had|Please|See|Re|Attention|Attn|Dear|Very|Truly|Yours)$/;

/** What makes what stands before it a company, a partnership or an institution. */
export const legalForms =
  /^(?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|plc|PLC|N\.A|NA|GmbH|AG|SA|S\.A|NV|N\.V|BV|B\.V|K\.K|KK|Kabushiki|Kaisha|S\.p\.A|Pty|Trust|Partners|Partnership|Associates|Holdings?|Bancorp|Bancshares|Industries|Enterprises|Group|Foundation|Fund)$/;

/** The forms of companies alone, as they end a company's name and nothing else. */
export const companyForm =
  /^(?:Inc|Incorporated|Corp|Ltd|LLC|L\.L\.C|LLP|L\.L\.P|L\.P|plc|PLC|N\.A|GmbH|AG|S\.A|N\.V|B\.V|K\.K|KK|S\.p\.A|Pty)\.?$/;

/** The last words of names of laws, courts, offices, markets, standards, places and documents of the public. */
export const nameEndings: ReadonlySet<string> = new Set(
  (
    'act code law statute statutes regulation rule directive constitution treaty convention ordinance decree gazette ' +
    'court tribunal commission board department ministry agency authority bureau office council committee congress ' +
    'senate parliament legislature government treasury administration service institute institution association society ' +
    'league union federation chamber organization organisation university college school academy hospital church ' +
    'exchange market index nasdaq bank insurance reserve mint state states county city town village district province ' +
    'republic kingdom territory region commonwealth street avenue road drive lane boulevard square place parkway ' +
    'highway floor suite building tower plaza center centre house park hall room box island islands bay river lake ' +
    'north south east west america europe asia africa kong york jersey britain time standard standards principles ' +
    'form schedule exhibit annex appendix attachment article section clause paragraph chapter title part item page ' +
    'number no circular bulletin release statement opinion journal times news press magazine manual guide ' +
    'president chairman chairwoman chairperson chair director officer secretary treasurer manager auditor controller ' +
    'comptroller counsel attorney solicitor notary judge justice minister governor mayor commissioner trustee clerk ' +
    'registrar marshal sheriff member partner principal assistant deputy vice chief executive representative head ' +
    'inc corp corporation company co ltd limited llc llp lp plc na'
  ).split(' '),
);

/** Words that are names in themselves: months, days, peoples, tongues, places that contracts name. */
export const properNames: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter thanksgiving ' +
    'american british english french german japanese chinese canadian mexican european asian african australian ' +
    'indian italian spanish dutch swiss swedish korean russian brazilian irish scottish welsh israeli federal national ' +
    'united states kingdom america europe asia africa australia japan china canada mexico germany france italy spain ' +
    'england scotland wales ireland india korea russia brazil switzerland netherlands belgium sweden norway denmark ' +
    'finland austria singapore hong kong taiwan israel delaware york jersey california texas nevada florida illinois ' +
    'massachusetts connecticut pennsylvania ohio michigan georgia virginia maryland washington oregon colorado arizona ' +
    'minnesota wisconsin missouri indiana tennessee kentucky louisiana alabama mississippi arkansas oklahoma kansas ' +
    'iowa nebraska utah idaho montana wyoming dakota carolina hampshire vermont maine rhode hawaii alaska columbia ' +
    'london paris tokyo chicago boston dallas houston atlanta denver angeles francisco diego miami seattle ' +
    'internet web http www usd eur gbp jpy libor euribor sofr dollars euros yen mr mrs ms dr messrs sir'
  ).split(' '),
);

/** Names that end like terms: authorities and papers of the public. */
export const publicNames: ReadonlySet<string> = new Set([
  'executive order',
  'internal revenue service',
  'postal service',
  'united states postal service',
  'ordinary share',
  'common stock',
  'official gazette',
  'power of attorney',
]);

/** Papers that statutes, registers and trades know by these names: whoever writes them need not define them. */
export const publicPapers: ReadonlySet<string> = new Set(
  (
    'annual report,annual statement,article of association,article of incorporation,article of organization,bill of lading,' +
    'bill of sale,certificate of formation,certificate of good standing,certificate of incorporation,certificate of insurance,' +
    'certificate of limited partnership,certificate of occupancy,certificate of origin,certificate of title,' +
    'environmental impact report,environmental impact statement,environmental site assessment,financing statement,' +
    'franchise disclosure document,franchise offering circular,material safety data sheet,' +
    'memorandum of association,notice of commencement,notice of completion,notice of lien,proxy statement,' +
    'quarterly report,current report,safety data sheet,uniform franchise offering circular,waybill,title report'
  ).split(','),
);
