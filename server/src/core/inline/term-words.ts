/** Words of which contracts make terms. Curated from the definitions of a collection of contracts and from drafting manuals. */

/** What contracts call those who act in them. Whoever writes one with a capital speaks of one person who is meant. */
export const roleWords: ReadonlySet<string> = new Set(
  (
    'administrator advertiser affiliate agent applicant arranger artist assignee assignor author bailee bailor bank ' +
    'beneficiary bidder borrower broker buyer carrier celebrity client company consultant contractor contributor creditor ' +
    'customer dealer debtor depositary depositor designee developer discloser distributor donor employee employer end-user ' +
    'endorser engineer executive expert franchisee franchisor grantee grantor guarantor holder host hotel indemnifier ' +
    'indemnitee indemnitor insured insurer investor issuer landlord lender lessee lessor licensee licensor manufacturer ' +
    'merchant mortgagee mortgagor noteholder obligee obligor operator optionee optionor owner participant party payee payer ' +
    'payor person pledgee pledgor producer promoter promisor promisee provider publisher purchaser recipient reseller ' +
    'retailer seller servicer shareholder shipper sponsor stockholder subcontractor subcontractee sublandlord sublessee ' +
    'sublessor sublicensee subscriber subsidiary subtenant supplier surety talent tenant transferee transferor transporter ' +
    'underwriter undersigned user vendee vendor venturer volunteer warrantor worker'
  ).split(' '),
);

/** Single words that contracts define, of things that any document may have but for the definition. */
export const termNouns: ReadonlySet<string> = new Set(
  (
    'acceptance account action advance aircraft application appraisal assets audit award balance benchmark bonus borrowing budget ' +
    'building business car chattel claim closing collateral collection commencement commissions commitment compensation ' +
    'competitor consideration content contribution conversion copyright cost country covenant credit damages data day debt ' +
    'default defect deficiency deliverable delivery deposit design disability disbursement disclosure dispute distribution ' +
    'dividend document documentation download easement emergency employment encumbrance engagement equipment equity event ' +
    'expense facility fee feedback field forecast formula franchise good goods guarantee guaranty improvement indebtedness ' +
    'indemnity information infringement installation instrument interest invention inventory investment invoice item lease ' +
    'liability license lien listing loan location loss machine maintenance margin mark material merchandise merger milestone ' +
    'mortgage network note notice obligation offer offering option order organization output overadvance package parcel parent ' +
    'patent payment permit personnel pipeline plant platform portfolio premises price proceeds process product program ' +
    'programme project property proposal prospectus protocol purchase purpose quarter receivable record registration release ' +
    'rent rental report representative request reserve resident restaurant result retailer right royalty sale sanction ' +
    'security separation service severance share shipment shipper site software specification storage store stock subcontract ' +
    'subscription supply survey system tariff tax team technology term territory test ticket trademark transaction transfer ' +
    'transportation tribunal unit update vehicle venture vessel volume warehouse warrant warranty website well work works ' +
    'workshop year'
  ).split(' '),
);

/** The words on which terms of several words end: kinds of things that contracts make. */
export const termHeads: ReadonlySet<string> = new Set([
  ...roleWords,
  ...termNouns,
  ...(
    'activity acquisition addition adjustment advisor agreement allocation allowance amendment amount announcement approval ' +
    'arrangement article assembly assessment asset asset assignment auction availability base basis batch bid body cap corporate capacity ' +
    'capital case cash category cause ceiling certificate change charge class commission component condition conduct ' +
    'confidentiality contest contract control criterion currency curve cycle damage date deadline decision deduction delay ' +
    'demand desk descriptor determination device discount discretion disposition draw earnings effect election employee entity ' +
    'equivalent exception excess exclusion expenditure expert expiration exploitation exposure extension failure file fitness ' +
    'floor flow fund gap goodwill group guideline hours hour improvement incident income increase increment indemnification ' +
    'indenture individual infrastructure injury inspection instruction intangible intent invitation ip issue issuer key ' +
    'know-how law leave letter level limit line liquidity list litigation majeure management manager market measure meeting ' +
    'member membership method model month negligence number offering operation opinion outage overrun partner payout penalty ' +
    'percentage performance period person phase plan point policy pool portion position practice premium presentation principal ' +
    'procedure proceeding production profit provision quantity quote rate ratio rating reason receipt recipient recommendation ' +
    'redemption reduction region remedy renewal replacement requirement research resource response restriction return revenue ' +
    'review rights risk round salary sample schedule scope season secret section settlement shadow signage signatory sign size ' +
    'solution source space spend stage standard start statement status structure study sublimit subscriber substitute support ' +
    'surcharge suspension team template tenor termination testing threshold time timeline tool total trade training transport ' +
    'treatment trial trigger trust type update usage use valuation value variable version visit vote warranty wage waiver week ' +
    'withdrawal workday worth'
  ).split(' '),
]);

/** Words that stand before the head of a term. */
export const termModifiers: ReadonlySet<string> = new Set(
  (
    'base bid bona chief core cure default early extra fair fide final first fixed force foreign free full garden gross high ' +
    'hold holdback home initial intra inter joint key late local long low major majeure master maximum minimum minor multi mutual ' +
    'net new non old one open outside partial past post pre prime prior pro public quick rata real second senior shared ship short ' +
    'signing single small source spot sub super swing swingline third top trade true two unused upfront'
  ).split(' '),
);

/** Terms that at least four of 234 contracts define, each of them for itself: whoever uses one means to define it. */
export const commonTerms: ReadonlySet<string> = new Set(
  [
    'administrative agent,affiliate,applicable law,applicable lending office,applicable margin,applicable percentage',
    'approved fund,assignment and acceptance,availability period,base rate,base rate loan,base salary,borrowing date',
    'business day,capital expenditure,capital lease,capitalized lease obligation,cash equivalent,change in control',
    'change in law,change of control,change order,closing date,completion date,compliance certificate',
    'confidential information,consolidated ebitda,consolidated interest expense,consolidated subsidiary',
    'contractual obligation,credit document,default rate,defaulting lender,disclosing party,effective date',
    'eligible assignee,environmental law,erisa affiliate,erisa event,event of default,excluded tax,fiscal year',
    'fixed charge coverage ratio,force majeure,force majeure event,good reason,governmental authority',
    'hazardous material,hazardous substance,indemnified party,indemnified person,indemnified tax,indemnifying party',
    'indemnitee,initial term,intellectual property right,interest expense,interest payment date,interest period',
    'letter of credit,loan document,loan party,material adverse change,material adverse effect,maturity date',
    'multiemployer plan,notice of borrowing,payment date,pension plan,permitted encumbrance,permitted investment',
    'permitted lien,personal data,prime rate,pro rata share,purchase order,purchase price,receiving party',
    'registration statement,reportable event,required lender,requirement of law,restricted payment',
    'restricted period,revolving loan,significant subsidiary,single employer plan,source code,substantial completion',
    'termination date,trade secret,transaction document,voting stock,work product',
  ]
    .join(',')
    .split(','),
);
