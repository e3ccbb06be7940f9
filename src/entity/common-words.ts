/**
 * Words that are names and common words alike. One of them alone is never taken for a name in running text, and a name
 * made of nothing else only in its written case. Folded, English; a word the person accepts as a name is taken out of
 * the table's reach.
 */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}

/** Days and months may be after a name without being part of it: `Ann Lee Monday`. */
export function isCalendarWord(word: string): boolean {
  return CALENDAR.has(word);
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

const CALENDAR = words(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday
`);

const COMMON = new Set([
  ...CALENDAR,
  ...words(`
  ace amber amity angel apple arch arrow art ash aspen aster atom august aurora autumn basil bay bear beau berry bill
  blaze bliss blossom blue bob brand brandy brave breeze bridge brook brooks brown bud buddy buck burns bush butler buzz
  candy carol carter case cash cat chance chase charity chip christian chuck clay cliff cloud clover coast cole colt cook coral cross
  crystal daisy dale dash dawn day deacon dean dell destiny diamond dick don dot dove drake dream drew duke dusty early earl east echo eden
  elder ember ever faith fawn fern field finch finn fish flint ford forest fox frank free frost gale garnet
  gay gem ginger glen glory golden good grace grant gray green grey guy gum hall happy harmony haven hazel heath heather
  heaven helm hill holly honey honor hope hunt hunter iris ivory ivy jack jade jasmine jay jean jet jewel job journey joy
  judge justice king kit knight lake lance land lane lark lass laurel law leaf lee levy liberty lily link long lot love low lucky major mal
  mark marks marsh mason mast matt maverick max mead melody mercy merit miles mill miller mills mine ming mission mist
  misty moon nip noble noon north norm oak ocean olive opal oral page pansy park parks pat patience
  paw peace pearl penny perry pet piper pit poppy porter post potter power precious price pride prim prince prudence queen
  quick rain rainbow ram randy ray red reed reese reef rich ridge river rivers road rob robin rock rocky rod rook rose rowan royal
  ruby rush rusty rye sage sailor sandy savage scarlet scout season serene shade sharp shaw shepherd sierra silver sky
  slate snow sol spark spring stack star stark steel sterling stone storm strong sue summer sunny swan swift tab tad
  tam tanner teal temple thorn tip trace trip trinity troy true tucker turner unity
  vale van verity victor victory violet virtue wade ward watch wave way wells west
  wheat whisper white wild will willow winter wise wolf wood woods wright yale young
`),
  ...words(`
  a about above access account accounts action actions active admin adoption advisory agenda agile agreement ai alert alerts alignment all
  alpha analysis analytics and api app apps april architecture archive asset assets audit auth automation backend backlog backup base beta
  billing board brief budget bug bugs build business buy call campaign capacity care cases catalog center central change changes channel
  chart chat check checkout client clients cloud code commercial comms community company compliance compute conference connect consulting
  content contract contracts control core cost costs council course create crm culture customer customers daily dashboard data database
  deal deals decision decisions delivery demo deploy deployment design desk dev development device digital direct discovery docs document
  documentation domain draft education email energy engine engineering enterprise equity event events expansion experience export external
  facts feature features feedback finance financial first flow focus follow form forms forward foundation framework frontend fund funding
  future gateway general global goal goals governance group growth guide health help hiring home host hosting house hr hub idea ideas
  identity impact import improvement inbox incident infra infrastructure initiative innovation insight insights integration intelligence
  internal interview inventory invoice issue issues item items journey key kickoff knowledge lab labs launch lead leadership leads learning
  legal letter library life line list live local loop loyalty mail management manager map market marketing master match media meeting
  meetings member members mentor merge message metric metrics migration mobile model module monitor monthly move network new news next note
  notes notion office offer office onboarding one online open operations ops option options order orders org organization other outreach
  over owner partner partners partnership path payment payments people performance phase phone pilot pipeline pitch plan planning plans
  platform play point policy pool portal portfolio prep pricing print priority privacy process procurement product production products
  program programs progress project projects proposal prospect public purchase quality quarter quarterly question questions query record
  recruiting release remote renewal renewals report reporting reports request research resource resources response retail retention
  retro return revenue review reviews risk risks roadmap role rollout run safety sales sandbox scale schedule school scope search security
  segment series server service services session set setup share shift shop sign signal site sites small social software solution solutions
  source space sprint staff staging standup start startup status steering steps store strategy stream studio study success summit supply
  support survey switch sync system systems table talent target task tasks tax team teams tech template test testing the things think time
  to tool tools topic topics track trade training transfer transformation transition travel treasury trial trust update updates upgrade
  usage user users value vendor vendors venture version video view vision voice web website week weekly welcome work workflow workshop
  world year yearly zero zone action target remote notion slack teams zoom linear arc
`),
  // What begins a task before `to` and is nobody: `Rename to …`, `Everyone to …`.
  ...words(`
  adapt add adhere adjust agree aim align allow also anybody anyone appeal apply ask assign attach attend back be
  begin bind both bring broadcast clean close come commit compare continue contribute convert copy decide default
  delegate donate drive escalate everybody everyone expect explain extend fix forget get glad go have he investigate
  it join keen keep learn listen look make maybe migrate need nobody per please prepare present prior propose publish
  push put reach ready refer remember rename reply respond revert see send she somebody someone speak stick submit
  subscribe take talk tell that them then these they this those tie try unable up use wait want we who whoever wish
  write you
`),
]);
