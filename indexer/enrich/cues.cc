// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/cues.h"

#include <unordered_map>

#include "common/name_cases.h"
#include "common/tsv.h"

namespace alatoo {
namespace {

struct List {
  std::uint32_t cues;
  std::string_view words;  // separated by blanks
};

constexpr List kLists[] = {
    {kHonorific | kAbbreviation, "dr prof professor rev reverend monsieur"},
    // Russian nouns stand here in the nominative, other words in all their forms.
    {kHonorific | kMale, "господин"},
    {kHonorific | kFemale, "госпожа"},
    {kTitle | kRole,
     "президент премьер министр замминистра депутат генерал лидер спикер торага мэр губернатор "
     "полпред посол директор гендиректор глава главы главе главу главой аким председатель зампред "
     "сопредседатель секретарь госсекретарь пресс-секретарь генсек заместитель начальник "
     "руководитель прокурор генпрокурор судья омбудсмен сенатор канцлер полковник подполковник "
     "майор капитан лейтенант сержант маршал адмирал командир командующий командующего "
     "командующему командующим комендант ректор советник помощник представитель представительница "
     "патриарх муфтий митрополит епископ архиепископ имам"},
    {kRoyal | kTitle | kMale, "король принц император султан эмир шейх"},
    {kRoyal | kTitle | kFemale, "королева принцесса"},
    {kRole,
     "адвокат юрист эксперт аналитик политолог экономист историк социолог ученый журналист "
     "журналистка активист активистка правозащитник правозащитница политик оппозиционер "
     "бизнесмен предприниматель чиновник профессор академик доктор врач хирург учитель "
     "учительница тренер режиссер актер актриса певец певица писатель писательница поэт художник "
     "музыкант композитор чемпион чемпионка спортсмен боксер борец футболист космонавт инженер "
     "водитель житель жительница гражданин гражданка студент студентка пенсионер пенсионерка "
     "фермер чабан кандидат основатель учредитель владелец инспектор следователь охранник "
     "милиционер полицейский солдат партнер коллега соратник свидетель очевидец блогер"},
    {kKin | kMale, "брат сын отец муж супруг дядя племянник внук дед дедушка тесть зять кузен"},
    {kKin | kFemale, "сестра дочь жена супруга мать вдова тетя племянница внучка бабушка невестка"},
    {kSpeech,
     "сказал сказала сообщил сообщила сообщает заявил заявила заявляет отметил отметила отмечает "
     "подчеркнул подчеркнула добавил добавила рассказал рассказала считает пояснил пояснила "
     "уточнил уточнила ответил ответила напомнил напомнила написал написала пишет говорит "
     "заверил заверила признал признала признался призналась полагает утверждает обещает "
     "пообещал пообещала прокомментировал прокомментировала объяснил объяснила"},
    {kParticle, "уулу кызы оглы бин ибн аль фон де ван дер"},
    {kOrgHead | kOrgTail,
     "министерство министерства министерству министерством министерстве комитет комиссия служба "
     "агентство агентства агентству агентством агентстве университет академия институт суд "
     "прокуратура генпрокуратура департамент управление управления управлению управлением фонд "
     "банк партия союз совет палата ассоциация федерация организация движение движения движению "
     "движением фракция академии корпорация концерн комбинат завод больница школа лицей гимназия "
     "инспекция полиция милиция парламент правительство правительства правительству "
     "правительством посольство посольства посольству посольством посольстве счетная"},
    {kLandTail | kLandHead,
     "область районы район улица проспект площадь река озеро озера озере море моря округ провинция "
     "штат край долина залив полуостров остров гора пик перевал ущелье ущелья ущельем аэропорт "
     "рынок базар парк шоссе трасса мост канал бульвар переулок микрорайон жилмассив "
     "водохранилище водохранилища ледник стадион кинотеатр театр гостиница отель станция "
     "имени"},
    {kAbbreviation, "г гг с пос ул пр обл им акад проф ген тыс млн млрд руб"},
    {kSettlement,
     "город города городу городом городе городах село села селу селом селе селах деревня поселок "
     "поселка поселку поселком поселке аил айыл кишлак станица хутор городок городка городке "
     "райцентр столица"},
    {kLocative, "в во на из от до под через возле близ около вокруг недалеко вблизи по над мимо"},
    {kCalendar,
     "январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая "
     "мае "
     "июнь июня июне июль июля июле август августа августе сентябрь сентября сентябре октябрь "
     "октября октябре ноябрь ноября ноябре декабрь декабря декабре понедельник вторник среда "
     "среду четверг пятница пятницу суббота субботу воскресенье воскресенья"},
    {kFunction,
     "а без более больше был была были было быть в вам вас ведь весь вместе вместо во вокруг вот "
     "впервые вряд все всего всем всех вчера вы где да даже для до другие его ее ей ему если есть "
     "еще же за завтра зачем здесь и из изза или им иначе их к каждый как какая каким какой когда "
     "кого кому которые который кроме кстати кто куда летом зимой весной осенью ли либо лишь между "
     "многие мой моя мы на над надо наш наша накануне напомним не некоторые него нее нет ни никто "
     "никакой ничего но ну о об однако оба он она они оно от отметим очень перед по под позже пока "
     "помимо поскольку после потом потому поэтому при примерно про против прямо пусть ранее раньше "
     "с сам сами свой себя сегодня сейчас сначала снова со согласно среди сразу столько так также "
     "такие такой там тем теперь то тогда того тоже только том тот трое тут ты у уже хотя чего чей "
     "через что чтобы эта эти это этого этой этом этот я двое первый второй третий по-прежнему "
     "вероятно видимо возможно конечно наконец например следовательно впрочем вскоре затем тем"},
    {kHonorific | kMale | kAbbreviation, "mr messrs sir herr senor signor"},
    {kHonorific | kFemale | kAbbreviation, "mrs ms miss mme madame madam frau senora dame"},
    {kHonorific | kAbbreviation, "lord lady hon"},
    {kTitle,
     "president premier minister secretary chancellor senator congressman congresswoman "
     "representative governor mayor general colonel lieutenant major captain sergeant admiral "
     "commander marshal brigadier judge justice chairman chairwoman chairperson chief director "
     "leader spokesman spokeswoman spokesperson ambassador envoy commissioner speaker deputy vice "
     "prime undersecretary under-secretary attorney sheriff constable superintendent inspector "
     "mp mps mep qc cardinal archbishop bishop father sister brother rabbi imam ayatollah "
     "hojatoleslam mufti "
     "comptroller treasurer coach manager"},
    {kTitle | kAbbreviation,
     "gen col lt maj capt sgt adm cmdr sen rep gov pres brig supt insp cpl"},
    {kRoyal | kTitle | kMale,
     "king prince pope emperor sultan emir sheikh sheik shah tsar duke earl"},
    {kRoyal | kTitle | kFemale, "queen princess empress duchess sheikha saint"},
    {kRole,
     "president premier minister secretary chancellor senator governor mayor general colonel "
     "chairman chairwoman chief director leader spokesman spokeswoman ambassador envoy "
     "commissioner "
     "head official officer aide adviser advisor analyst economist strategist expert lawyer "
     "solicitor barrister prosecutor judge doctor surgeon scientist researcher professor lecturer "
     "historian author writer novelist poet playwright journalist reporter editor columnist "
     "correspondent critic actor actress singer musician guitarist drummer rapper composer "
     "conductor filmmaker producer comedian presenter broadcaster star striker midfielder defender "
     "winger goalkeeper keeper captain skipper coach manager boss forward fullback full-back "
     "fly-half scrum-half hooker prop flanker lock centre wing champion runner sprinter swimmer "
     "cyclist boxer golfer player batsman bowler seed "
     "founder co-founder owner executive banker trader dealer broker investor financier tycoon "
     "businessman businesswoman entrepreneur activist campaigner dissident politician lawmaker "
     "deputy legislator congressman mp candidate rival opponent supporter commander soldier "
     "policeman detective witness resident farmer teacher student driver pilot astronaut "
     "archbishop bishop priest cardinal monk cleric imam king queen prince princess "
     "brother sister son daughter wife husband father mother nephew niece uncle cousin widow "
     "partner friend colleague counterpart successor predecessor veteran teenager sportsman "
     "designer architect artist painter photographer model inventor engineer consultant "
     "psychologist manufacturer lord baroness baron dame sir"},
    {kSpeech,
     "said says say told tells added adds asked replied stressed noted argued warned warns claimed "
     "claims insisted insists explained explains admitted admits announced commented declared "
     "confirmed denied believes believed thinks thought recalled concluded acknowledged "
     "testified estimated predicted suggested urged quipped wrote writes stated observed remarked "
     "conceded revealed complained"},
    {kActing,
     "said says agreed agrees accused accuses accepted pledged pledges denied denies denies wants "
     "wanted hopes hoped fears feared kept keeps insists insisted warned warns refused refuses "
     "rejected rejects demanded demands backed backs condemned welcomed threatened threatens "
     "announced imposed considers considered regards sees saw views sought seeks decided offered "
     "proposed argues argued claims claimed believes recognised recognized supports supported "
     "plans planned promised vowed urged called "
     "cut raised suspended ordered withdrew responded reacted retaliated expelled maintains "
     "maintained blamed blames"},
    {kKin | kMale,
     "brother brothers son sons husband father nephew nephews uncle grandson grandfather "
     "stepson half-brother son-in-law brother-in-law father-in-law"},
    {kKin | kFemale,
     "sister sisters daughter daughters wife mother niece nieces aunt granddaughter "
     "grandmother widow ex-wife stepdaughter daughter-in-law"},
    {kKin, "cousin cousins child children grandchild"},
    {kParticle,
     "de da do dos das du della del di la le van von der den ter ten zu zur bin ibn bint "
     "al el ul ad as ben uulu kyzy oglu ogly y"},
    {kSuffix, "jr sr ii iii iv"},
    {kAbbreviation,
     "jr sr st vs etc no nos jan feb mar apr jun jul aug sept sep oct nov dec mt ft "
     "ave calif mass conn ill ind mich minn pa va tex fla ga wash ore ariz colo wis "
     "tenn okla ala ark kan ky la md mo mont neb nev del wyo messrs"},
    {kPortfolio,
     "state defense defence commerce agriculture treasury energy labor labour transportation "
     "transport interior staff finance justice education health housing trade foreign affairs "
     "economy economic planning industry information culture security police operations "
     "intelligence parliament exchequer budget petroleum oil mines lords commons congress "
     "representatives senate"},
    {kCompany | kAbbreviation,
     "inc corp co ltd plc llc llp lp gmbh bhd pty cos bros incorporated corporation "
     "limited"},
    {kCompany, "ag sa nv ab oy spa kk as bv"},
    {kOrgTail,
     "party ministry university bank council committee union institute agency movement front "
     "parliament assembly commission association federation organisation organization foundation "
     "court college school hospital department bureau board fund trust authority service services "
     "company group holdings industries airlines airways motors partners securities systems "
     "technologies laboratories exchange congress senate house cabinet office police army navy "
     "force forces alliance coalition league confederation society academy centre center chamber "
     "consortium enterprises stores insurance bancorp bancshares savings resources petroleum "
     "pharmaceuticals communications electronics chemicals chemical steel mines mining oil gas "
     "electric power energy fc afc rfc united rovers albion wanderers athletic hotspur villa "
     "rangers museum gallery orchestra studios pictures records entertainment "
     "institution corps guard brigade network division administration tribunal secretariat "
     "community reserve treasury club financial products brands foods telecom"},
    {kThingTail,
     "airport stadium championship championships cup prize award awards festival games open "
     "olympics parade act treaty agreement pact plan report day week war revolution protocol "
     "accord accords summit conference convention forum initiative programme program project "
     "bill law amendment constitution tower building hall arena hotel theorem effect syndrome "
     "masters grand prix marathon tour trophy shield series final semi-final league"},
    {kOrgHead,
     "ministry university bank department institute council association federation organisation "
     "organization academy court house college confederation bureau society union league chamber "
     "office board commission museum church party congress alliance school"},
    {kPress,
     "times post herald tribune gazette journal telegraph guardian chronicle observer mirror "
     "news weekly daily press globe examiner inquirer courier standard mail star sun "
     "magazine review radio television tv"},
    {kLandTail,
     "region regions province provinces oblast oblasts valley sea seas square street avenue road "
     "boulevard river rivers lake lakes county counties district districts mountains mountain "
     "island islands peninsula bay gulf hills desert canal bridge strait straits ocean territory "
     "territories prefecture basin coast forest pass glacier plateau delta raion rayon highway "
     "beach falls airport airfield park palace bazaar bazaars tower dam oilfield field fields "
     "steppe"},
    {kLandHead,
     "lake mount mt river gulf strait straits sea bay province region oblast county "
     "republic isle isles cape fort port island district valley state peninsula"},
    {kSettlement,
     "city town village capital settlement hamlet port suburb township municipality "
     "resort mayor outskirts"},
    {kLocative,
     "in at from to near outside around towards toward into leaving via through "
     "inside across"},
    {kCalendar,
     "january february march april may june july august september october november december "
     "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept "
     "sep oct nov dec christmas easter ramadan"},
    {kFunction,
     "a an the this that these those he she it they we you i his her its their our my your who "
     "what which when where why how and but or nor so yet if then than as at by for from in into "
     "of off on onto out over to under up with without within about above across after against "
     "along among around before behind below beneath beside between beyond during despite down "
     "except inside like near outside past since through throughout till toward towards until "
     "upon via while although though because unless whereas whether is are was were be been being "
     "has have had do does did will would shall should can could may might must not no yes all any "
     "both each either every few many more most much neither none one other others several some "
     "such two three four five six seven eight nine ten eleven twelve first second third last next "
     "also again already always even ever here however instead just later meanwhile moreover "
     "nevertheless never now often once only perhaps rather still there therefore thus today "
     "together tomorrow tonight too very yesterday earlier separately asked told said says "
     "according under let another same own him them us me himself what's it's he's there's "
     "nothing everyone everything someone something anyone anything nobody whoever whatever "
     "finally recently previously additionally furthermore otherwise thereafter hence indeed "
     "clearly apparently reportedly unlike given following including speaking asked citing "
     "saying adding please oh well ok okay don't didn't i'm i've we're we've they're you're "
     "total class net shr revs avg qtr mths oper note qtly record pay sales profit loss div dlrs "
     "mln "
     "twenty thirty forty fifty hundred thousand million billion"},
    {kNounlike,
     "central bank government republic democratic republican people peoples world international "
     "national federal state states united great new old north south east west northern southern "
     "eastern western american british european african asian national royal imperial soviet "
     "white black red green blue house street road city county minister ministers ministry trade "
     "war peace cup league premier division championship grand prix slam olympic olympics games "
     "open masters tour prize award awards best film film's album song oscar oscars grammy brit "
     "windows internet web net software microsoft linux computer digital mobile phone media "
     "general electric motors air airlines oil gas energy power steel first second third upper "
     "lower middle common commons lords labour conservative conservatives tory tories liberal "
     "democrat democrats republicans socialist communist christian muslim islamic catholic "
     "protestant jewish arab treasury bill bills act law report budget plan house senate congress "
     "parliament security council foreign home defence defense health education interior finance "
     "economic economy business industry stock exchange market markets fund funds bond bonds "
     "securities savings insurance trust group holding holdings co inc corp ltd plc university "
     "college school institute centre center hospital church cathedral temple museum gallery park "
     "hotel hall theatre stadium club union association society federation commission committee "
     "agency authority office department service services board party front movement army navy "
     "force guard police court supreme high constitution constitutional revolution day week month "
     "year night morning evening summer winter spring autumn eve festival carnival prime chief "
     "sea ocean river lake valley mountain mountains island islands gulf bay coast beach cape "
     "atlantic pacific mediterranean baltic caspian orthodox street avenue square "
     "ltd's bros motors corps english welsh scottish irish french german spanish italian "
     "tulip orange rose velvet nobel pulitzer booker special limited super star stars eagle eagles "
     "election elections manager accident strike affairs assembly automation lions tigers bears "
     "broncos patriots eagles real inter sporting dynamo spartak ajax"},
    {kDirection,
     "north south east west northern southern eastern western central downtown mainland "
     "northeast northwest southeast southwest north-eastern inner outer greater"},
    {kTeam,
     "boss coach striker midfielder defender winger keeper goalkeeper captain skipper fans side "
     "team "
     "squad players player beat won win lost lose losing winning draw drew defeat midfield forward "
     "fly-half scrum-half hooker prop flanker lock centre fullback full-back v vs scored took went "
     "kicked held face travel host hosted led trailed pack supporters defence attack"},
    {kSport,
     "striker strikers midfield midfielder midfielders defender defenders goalkeeper keeper winger "
     "coach season league premiership championship fixture fixtures squad goal goals penalty "
     "penalties injury injured hat-trick match matches semi-final semi-finals quarter-final "
     "quarter-finals final tournament fans try tries scrum fly-half wicket wickets innings batsman "
     "batsmen bowler bowlers overs athletics sprint sprinter marathon rugby football soccer "
     "cricket tennis player players club teammates team-mates captain kick-off half-time "
     "relegation "
     "touchline playoffs quarterback"},
    {kReports, "reporting reports correspondent reporter"},
    {kAmbiguous,
     "of nice reading bath mobile same most bar man split van batman sale orange police march best "
     "male lens tours angers surprise independence liberty enterprise buffalo phoenix hull cork "
     "derby preston concord salem sterling union many along sandy spring bay gap chance hope "
     "mission pearl peak rugby sandwich deal battle ware bury eye wells rye dover eagle normal "
     "commerce industry providence aurora columbia victoria santiago los las san santa hall hill "
     "young long big fair green brown white black moss corona como vale imperial asia center "
     "opera universal nation lead trust date port college park beach garden gardens "
     "asia mall marina manor mesa plaza plano central media paramount temple winter sunrise "
     "ali bor bari barry kerry terry bell carson sun star eden golden rose clay mason "
     "anderson jackson warren harvey tyler garland irving carter gary allen bradley logan marshall "
     "milton newton nelson hamilton lincoln stanley wayne franklin clinton madison monroe douglas "
     "kent chester ferry house castle roman lama ada tema mira bo ho kara sari lira riga's "
     "essen leer singen worms hof rain weil halle bad linden laid can ede ham hove street "
     "goes zeist ron mali ore nova laval god jupiter delta hollywood roma"},
};

/// What a Russian noun tells in every case.
constexpr std::uint32_t kOfNouns = kHonorific | kTitle | kRoyal | kRole | kKin | kFemale | kMale |
                                   kOrgHead | kOrgTail | kLandTail | kLandHead | kSettlement;

}  // namespace

std::uint32_t cues_of(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::uint32_t> cues;
    cues.reserve(3000);
    for (const auto& list : kLists) {
      for (const auto entry : split(list.words, ' ')) cues[entry] |= list.cues;
    }
    return cues;
  }();
  if (const auto found = table.find(word); found != table.end()) return found->second;
  std::uint32_t cues = 0;
  for (const std::string& nominative : nominatives(word)) {
    if (const auto found = table.find(nominative); found != table.end()) cues |= found->second;
  }
  return cues & kOfNouns;
}

}  // namespace alatoo
