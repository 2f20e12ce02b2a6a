/**
 * The spelling that British and American drafters share for one word: "licence" and "license" give the same. Made of
 * the words of contracts that are written in two ways, from style guides of both tongues.
 */
export function sharedSpelling(stem: string): string {
  const listed = american.get(stem);
  if (listed !== undefined) return listed;
  return stem
    .replace(/is(?=(?:e|ed|er|ing|ation)$)/, 'iz')
    .replace(/ys(?=(?:e|ed|er|ing)$)/, 'yz')
    .replace(/ll(?=(?:ed|ing|er)$)/, 'l');
}

const american: ReadonlyMap<string, string> = new Map(
  (
    'acknowledgement acknowledgment,acquiror acquirer,advisor adviser,ageing aging,aluminium aluminum,analogue analog,' +
    'behaviour behavior,calibre caliber,catalogue catalog,centre center,cheque check,colour color,counsellor counselor,' +
    'defence defense,dialogue dialog,endeavour endeavor,enquiry inquiry,enrolment enrollment,favour favor,fibre fiber,' +
    'fulfilment fulfillment,grey gray,harbour harbor,honour honor,indorsement endorsement,instalment installment,' +
    'jewellery jewelry,judgement judgment,labour labor,licence license,litre liter,metre meter,neighbour neighbor,' +
    'offence offense,payor payer,pretence pretense,programme program,skilful skillful,theatre theater,' +
    'tyre tire,vapour vapor'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
