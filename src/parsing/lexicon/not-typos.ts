/**
 * Plain English words that are a slip or two away from a word of the lexicon and must not be taken for it:
 * those of a 50,000-word dictionary that the spelling correction would change, and a few short ones.
 */
export const NOT_TYPOS: ReadonlySet<string> = new Set(
  `
abused admonished adventured adventures adventuress agate agave agent agree along amid amour ample
amuses androgen angle angler anglers anthers apply arbor arbour ardent ardor ardour ashed aspen
assessing astonish astonishes asymmetrically asymmetry auger backless backpacked backpacker
backspace backtrack badness bagged bake baled balking banana bandanna banded banes banked banks
banned banns bans bard bared barged barrages barring barrings baseless batter battery bead beaded
beading beak beaning bearing beating bed been beeping beet befriend beget belling belong benches
bereft beset better bide biking binged bitter blackest blacking blackjack blacklist blamer blaming
bland blasting blazed blazes bled bleeping blessing blind bling blink block bloom blots blousing
blown blows bluefish bluffing blunting blurring blurt blurting blusher blustered board boarded
bobbing bobcat boded boggles bond bondage bone boned boneless bonged bonny booed boos boost boosts
booth booths booty borer bother botnet bowed boxed brackish brad brads bragged brain brained
brains braised brand branded brandish brands brawn bred brews bribe bridge bridle brightened brine
bring brink brisk broke brood brook brothel brow brownest brownies browning brunches brunt brush
brushes brushing bugler bumpkin bunched bunged bunglers bunt buoys burns bush bushed bushes
bushing bushings bushy buster butches butted butterfat buttes cajoling cake calking cameo
canceling candling carbine carboy cardinal caret caries caroling castling catbirds caters caviling
cellar censused certain chaired chatted check checked checker checking checks cheeky cheep cheeped
cheeps cheered cheerfully cheers cheesed cheesy chill chink chock chocked chocking choked chokes
choler chopped chopper choral chuck chucking churl churls clacking clam clashes classes cleaves
click cloches clock cloned cloning clopped closer closet cloths clotting clown cloyed cloying
clucking clustered clutching coast coffer cola collages collapsed collated collates collided
colluded compared compassed competed compiled completion complexity complied comported composer
composers composes composted composts compotes compound comprised computed conduced confessed
confided confined confusedly confuses confuted confutes conjured consumed contests contused
contuses convulsed cooker cooper copier copped copter corn cornstalk corral counsels counters
counties countless courtesy cowgirls cracking crackling cram craned crape crapped crated craved
crazes creak creaky creaming creek creeks crick cried crier criers crimes crinkles crises croak
croon cropper crow crowd crowning culled culls curbed curbs curdled curds cured cures curie curies
curious curler curlew curry curs cursed curtail curtly curve curved custard daemon dailies daily
dairies dairy daises danced dances danger danker darken dawning deadlock deadlocks deceptive
decreased deductive defective defectives delegated delights delimited demos demotion depresses
detecting detection diagonally digested digressed dill dills dinging dingo dipstick directive
discussed disguised disgustedly disgusts disputed disrupted distrusted done doughier doughtier
downiest dragged draughtier dreams dregs dresser dressers drily drink droll dropped dropsy dross
drowning drowse dryads duress earning earnings embarrass embarrasses erring express expressing
eyeglass fags fairly faked fakir fame famed fans farce fared farrowed farther fated fatter fawning
faxed fazed fearful feather feckless fed felling feminism feminist festered fibre fighter file
finery finking firebreak fistful flair flake flakes flaking flambes flare flares flaring flash
flashed flashes flattered flawing flaying flee flesh fleshed flock flood floras flowed flown flume
flumes flusher flushing flusters fluttered foaming fobbing forebear forehand fostered frack frame
frames free fridge frighted frighten frightens fronting frosting frothing frown frowzy gaggles
gains game gaming gangling gannet gape gargling garner garret gasping gassy gating gauze gazing
gelling gentlemanly gentlemen gentlewoman ghostwrite ghostwriter ghostwrites ghostwrote gigging
giggles gigglier gills gingerbread ginning gins girdling girds girts gland glassed glassy glaze
glinting globes glosses gloved gobbing godless goggled goggling gone googles googling grace grade
grain grainy granting graph grasp grate grave gravy graze greed greenest greening greet grew
grieving grilling grinding gripe gripping gritting groaning groin groins grope groves grown
grunting gurgling hailed hails hairiness hairy hallway halted handiness happiest hardiness hared
harpy harrowed hasted hastiness hated hatred hatter hazed haziness headboard headland headlands
headless headrest headrests headstones headwind heard heroins highlighted highlighter highlighters
hinging hippy hired hokey homey honed hones honeybee hooey hoofed hooked hooped hooted horded horn
hornet horsed hose hunches husbanded husbandry ibises impress indifference indifferently
individually jacked jarring jelling jigged jiggling jobbing jogged joggles jugged juicy keen
keeping kinking knee laddies lake lame laps lashed lasts latching lathes laughingly launching
lazies leak leaky leanings leases leashes leaved leaven leavens leavings led lemmings lien life
lighted lighten lightheaded lightheartedly lightning liken limps linden line lined liner lines
linking lipsticked lisp lisps lithe litre live liven loaves lobbing lodgings lone longings love
lunches lung lushes madden made madly madness mainly make mange mangy manse many maple marring
marry meanly melancholia mercy mescaline mild miserably misty mobbing modal modem modes moldier
mono month mooed moron mossy motel moth motionless mournfully mouthful muffled muffles munches
mussy name narrated narrower narrowest narrowly necklines neural niceties niggling nobly noes
noose oinking ointment opener opined ornamental ornamented outwit overcast overcome overcook
overheat overload pacts pager painless paints palled panes pangs pans panted paper pared parked
parks parred parring parsed parson partied pasted pasts patrol pats patted pawning payer peace
peak peal peals pears pedals pedant peeping pendent pennant perch perching perked pertly petrel
piecing piercingly pinging pinking pint plain plains plaint plaints plant planted plants pleaded
pleated poach port ported porting portly portrays posting potting pouring prance prancers prate
prated preach preachy preen presses price primness princely printers prioress propped punches
punts pupal queer quite rabbis rabies raged rake ranged raved ravel raves rawboned real reaming
redo reed reheated repressed retreaded rigged righter ringing riots rises riven rivulets robbing
robs roes roles roods roofs rooks roost roosts root ropes rots rouse rouses routing routs roves
rubes rubier rugby rugged ruses ruts sacks sacred safflower sailed sailing sake sally salon saloon
saluting salver same sate scabs scads scaled scams scans scanted scarfed scarred scary scats
scheming schoolbook scooting scored scouring scouting scramming scraping screamed screening
screwing scrunched scrunches scrunching scrunchy scurf seaming seared seek seen seeping selling
senna serous shafting shall shandy shared sharking shebangs sheering sheeting shift shifting
shifts shinbone shinned shire shires shirk shirking shirks shirr shirring shirrs shirting shirty
shit shitting shoaling shocker shocks shoe shoot shooter shooting shootings shoots shopping shore
shores shorted shorten shortest shorting shortlist shot shout shouts shoves showy shrouding
shucked shunt shunting shutting sicks sidebars sidekicks sidestep sidesteps sideswipe sidle sifter
signer signing simile similes singed singeing singes singling sink sinker sinking sinned sinner
sinning sitter skate skein skirting skit skylight slake slapping slashes slated slats slaughter
slave sledding sledging sleeking sleepier sleepless sleeps sleeting sleety slept slicking slide
slighter slinging slipping sliver sloes slopping slotting slumping slurping slyly smacking
smarting smell smirching smite smites smiting smocked smocking smocks smother snared sneering
sneezing snide snort snorting snorts soakings soaks soared soars socked soiled soiling solder
solider solver song sonny sorcerer sorcerers sorehead soreness sorrowfully sort sorter soundless
soundness spared sparking spars spate speak speeding splinting sport sports spotting spouting
spreader spreading spriest sprinting sprouting spyglasses squatting squiring squirming squirt
squirting squishing stacking stage stair stalking stalkings stand stands staplers stared starless
starlet starlight starves state steak steaks steal steamer steamers steamier steaming steed
steeling steep steeping steer steering stein stepping sticking stile stiles stinger stinging
stinting stirring stocked stockiness stocks storey straighten straightens straighter straitened
stray streakier streaking stream streamed streaming streams stresses strew strikings stubbly
stumble stunting subbing subset sucks sundries suppress surmised surpassed sustained sward swearer
sweat sweatier sweeping sweepings sweeter swelter swinger swinging swore sworn symmetric
symmetrical tacking tackling take taking tanked tanking tanner tared tarring tars tasking tasks
tattered teaches teaming teen telling tenth terrific terrifies terry testified thing think three
thundered thunders tided tighter tile tiled time timed tinging tinned tires tithe tittle toggles
toils tong touting trail trails tree tried trips troopers trotters troupers trusses tsars tucks
tumid twain twinged uncoiling underact undercoat undress unfailing unsealing unset unveiling
uppercut veined vets villein violent waives wake walking warring watch waved waver weak weaves
weeding weeing week welling what wheal wheat whet while whimpers whine whiskered whiskeys whiskies
whispers whistle whistlers whit whits wigged wiggling wigs wild wimpy wince winced winch wincing
windbreak windbreaks winded winding winds wined winger winging wining winked winning winos wins
wishful wisps wives woken worn woven wrangles wriggles wring wrings wrinkled wrinklier wrinklies
wrinkliest write yawing yellowest yellowing yelping zinging
`
    .trim()
    .split(/\s+/u),
);
