import type { LexiconTable } from './lexicon-table.js';

/** Hyphens, underscores and a plural s need no entry of their own. */
export const ENGLISH: LexiconTable = {
  // Hair
  'part:hair':
    'hair, haired, hairs, tresses, mane, hairdo, hair color, hair colour, haircolor, haircolour, hair style, hairstyle, haircut, hair length, length, bed hair, bedhead, bedhair, locks, coif, head of hair, lock of hair, hr, kaminoke',
  'hair_color=brown':
    'brunette, brunet, chapatsu, cha patsu, chagami, chapatu, chairo no kami, chairo no kaminoke, chairoi kami, chairoi kaminoke',
  'hair_color=red':
    'redhead, red head, redheaded, red headed, red haired girl, akagami, aka gami, akai kami, akai kaminoke',
  'hair_length=long':
    'very long hair, super long hair, absurdly long hair, rapunzel hair, kami ga nagai, nagai kami, rongu, rongu hea, nagakami',
  'hair_length=medium': 'medium length, mid length, semi long',
  'hair_length=short': 'cropped hair, boyish hair, mijikai kami, tanpatsu, shooto, shotto hea',
  'trait:long': 'long, lengthy, waist-long, nagai, lng',
  'trait:short': 'short, shortish, cropped, shorter, mijikai, shrt',
  'trait:medium': 'medium, mid, midlength',
  'hair_style=straight': 'straight hair, sleek hair, straight haired, pin straight hair',
  'trait:straight': 'straight, straightened, pin straight, poker straight, sleek',
  'trait:wavy':
    'wavy, curly, curled, wavey, curvy, curly haired, frizzy, crimped, wavvy, curlyhaired, loosely curled',
  'hair_style=wavy':
    'waves, curls, curl, ringlets, permed, perm, curly hair, wavy hair, curly locks, wavy locks, beach waves, loose waves, soft waves, corkscrew curls, frizzy hair',
  'hair_style=twintails':
    'twintails, twintail, twin tails, twin tail, twin tailed, twintailed, pigtails, pigtail, pig tails, pigtailed, bunches, two side up, low twintails, twin ponytails, two ponytails, double ponytail, short twintails, two tails, twin tales, twintales, hair in two tails, tied in two, two pigtails, tied on both sides, tied into two tails, twin pigtails, low pigtails, high twintails, high pigtails, tsuinteru, tsuinteeru, tsuin teru, twinte, tsuinte',
  'hair_style=ponytail':
    'ponytail, pony tail, ponytailed, high ponytail, low ponytail, side ponytail, ponytale, ponytails, one side up, pony, poniteru, poniiteeru, ponite, poni teru',
  'hair_style=straight & bangs=blunt': 'hime cut, himecut, princess cut, hime haircut',
  // Bangs
  'part:bangs': 'bangs, bang, fringe, banged, forelock, forelocks, maegami',
  'bangs=none':
    'forehead, exposed forehead, bare forehead, open forehead, slicked back, hair slicked back, slicked back hair, hair pulled back, hair swept back, bangless, fringeless, bangs pinned back',
  'bangs=blunt': 'blunt fringe, straight fringe, straight across bangs, pattsun, maegami pattsun',
  'bangs=swept':
    'side swept, sideswept, sidebangs, side parted, side part, curtain bangs, hair over one eye, swept to the side, brushed to the side, parted to the side, middle part, center part, centre part',
  'bangs=strands':
    'hair between eyes, hair in face, hair between the eyes, strands between eyes, hair falling between eyes, wispy bangs, wispy fringe, hair strands, hair over eyes, crossed bangs, see through bangs, bangs cover her eyes, bangs cover his eyes, bangs covering eyes, bangs covering her eyes, bangs over eyes, bangs over her eyes, hair covering eyes, hair covering her eyes, hair in her face, hair in her eyes',
  'trait:blunt': 'blunt, cut straight, straight cut',
  'trait:swept':
    'swept, side, asymmetrical, asymmetric, parted, slanted, diagonal, sidewept, curtain',
  'trait:strands': 'strands, wispy, messy, choppy, jagged, ragged, uneven',
  // Eyes
  'part:eyes':
    'eyes, eye, eyed, irises, iris, pupils, pupil, eye color, eye colour, eyecolor, eyecolour, orbs, gaze, eys, eyez, the other one, the other eye, other eye, peepers, eyeballs, eye colour is, hitomi, contacts, contact lenses, contact lens, colored contacts, coloured contacts',
  'eyes=open': 'wide eyed, wide eyes, wide open eyes, eyes wide open, big open eyes',
  'eyes=half':
    'half lidded, half lidded eyes, half shut eyes, half closed eyes, half open eyes, half closed, half open, half shut, sleepy, drowsy, tired, heavy lidded, narrowed eyes, squinting, squint, jitome, bedroom eyes, hooded eyes, droopy eyelids, sleepy eyed, heavy eyelids, heavy lids, half asleep, just woke up, sleepily, tired eyed, droopy eyed, drooping eyelids, lidded eyes, half opened eyes, narrowing {her} eyes, squints, squinted, narrowed {her} eyes, bleary eyed, bleary',
  'eyes=closed':
    'sleeping, asleep, eyes shut, shut eyes, napping, dozing, dozing off, snoozing, eyes squeezed shut, eyelids closed, closed eyelids',
  'trait:open': 'open, opened, wide open, gaping',
  'trait:closed': 'closed, shut, closing',
  'trait:half':
    'half, halfway, lidded, partly, half way, not fully open, not fully opened, not quite open, barely open, almost closed, nearly closed, nearly shut, partially closed, partially open',
  'trait:slit': 'narrowed, narrow',
  // Mouth and expression
  'part:mouth': 'mouth, mouthed',
  'mouth=open':
    'parted lips, open mouthed, :o, :0, agape, yelling, shouting, screaming, yawning, singing, lips parted, o_o, talking, open lips, mouth agape, gasping, gasp, slack jawed, jaw dropped, yelled, shouts, screams, yawn, yawns, sings, mouth wide open, teeth showing, :-o',
  'mouth=closed':
    'closed mouthed, sealed lips, lips closed, closed lips, pursed lips, tight lipped, tightlipped, lips pressed together, pressed lips, thin lipped, lips sealed, close mouthed, mouth shut, tightly closed lips, pressed together lips, lips together, compressed lips, zipped lips',
  'expression=smile & mouth=open':
    ':d, xd, =d, ;d, laughing, laugh, laughs, laughter, open smile, big grin, cackling, beaming, open mouth smile',
  'expression=smile':
    'smile, smiling, smiley, smiles, smiled, :), (:, =), ^_^, ^^, ^-^, :-), :3, c:, grin, grinning, grins, happy, happily, cheerful, joyful, joyous, merry, glad, smirk, smirking, smug, delighted, cheery, happiness, chuckling, giggling, uwu, in a good mood, light smile, gentle smile, pleased, radiant smile, lighthearted, amused, cheerfully, contented, content, ecstatic, elated, overjoyed, jolly, gleeful, giggle, giggles, chuckle, chuckles, grinned, smilin, grinnin, upbeat, in high spirits, :-d, ^.^, ^o^, n_n, :>, joy, joyfully, toothy grin, half smile, friendly smile, blissful, jovial, beams, cheerfulness, smirks, smirked, giggly, excited, grins widely, happy go lucky, smile on {her} face, ^w^, ^u^, egao, hohoemi, warai, niko niko, nikoniko',
  'expression=sad':
    "sad, sadness, sadly, :(, :-(, crying, cry, cries, tears, tear, teary, teary eyed, tearful, sobbing, weeping, weep, melancholic, melancholy, gloomy, depressed, sorrowful, unhappy, t_t, tt_tt, ;_;, qq, downcast, heartbroken, mournful, miserable, sorrow, upset, with tears, wistful, lonely, frown, frowning, frowny, frowns, tearing up, on the verge of tears, near tears, close to tears, holding back tears, about to cry, sniffling, sniffle, sniffles, bawling, sobs, sob, sobbed, weepy, glum, despondent, dejected, forlorn, crestfallen, devastated, pained, grieving, grief stricken, mourning, despair, despairing, worried, anxious, troubled, distressed, hurt, disappointed, crybaby, tear stained, tear streaked, tears in {her} eyes, somber, sombre, broken hearted, t-t, ;-;, :'(, :c, qwq, ;w;, welling up, misty eyed, watery eyes, blubbering, wept, cried, tears streaming, tears running, teardrop, sorrowfully, mournfully, sulking sadly, down in the dumps, wailing, wail, nakigao, kanashii, naki, namida",
  'expression=angry':
    'angry, anger, mad, furious, annoyed, >:(, angrily, glaring, glare, scowl, scowling, irritated, grumpy, enraged, cross face, pissed, pissed off, seething, glowering, rage, raging, wrathful, outraged, livid, fuming, irate, sulky, disgruntled, scowls, glares, glower, frustrated, vexed, ticked off, bad tempered, hostile, growling, snarling, snarl, gritting {her} teeth, gritted teeth, glared, angry look, crossly, indignant, huffy, >:c, :@, >_>, >:-(, okori, okotteru, ikari',
  'expression=neutral':
    'neutral, expressionless, emotionless, poker face, pokerface, deadpan, serious, stoic, blank expression, blank stare, calm, unsmiling, :|, -_-, ._., kuudere, bored, indifferent, straight face, aloof, composed, stern, neutral expression, no expression, without expression, unemotional, vacant stare, blank face, blank look, no emotion, flat expression, apathetic, unimpressed, disinterested, uninterested, nonchalant, solemn, unreadable, impassive, inexpressive, straight faced, thoughtful, unamused, not amused, cold expression, cold look, icy stare, stone faced, stony faced, poker faced, collected, dispassionate, unfazed, emotionlessly, thousand yard stare, flat affect, resting face, lack of expression, unexpressive, dead inside, calmly, never smiles, no smile, smileless, seriously, earnest, focused, determined, haughty look, monotone, unsmilingly, impassively, muhyoujou, muhyojo, magao',
  'part:expression': 'expression, face expression, facial expression, mood, emotion',
  // Blush
  'blush=yes':
    'blush, blushing, blushes, blushed, blushy, flushed, flush, rosy, rosy cheeks, full face blush, red faced, red in the face, :blush:, red face, reddening, beet red, blush stickers, nose blush, rosy cheeked, ruddy, blushed cheeks, flushing, light blush, heavy blush, pink cheeked, red cheeked, ///, pink in the face, blush lines, sekimen',
  '?blush=yes':
    'shy, shyly, bashful, embarrassed, flustered, timid, >_<, >.<, coy, sheepish, sheepishly, abashed, demure, embarrassment, lovestruck, smitten, bashfully, self conscious, embarrassedly, timidly, lovesick, tere, terete, tereteru, hazukashii',
  'part:cheeks': 'cheeks, cheek, cheeked',
  'part:face': 'face, faced',
  // Ornaments
  'ornament=ribbon':
    'ribbon, hair ribbon, bow, hair bow, hairbow, bows, ribbon in hair, ribbon in her hair, bow in hair, bow in her hair, ribbon in the hair, ribboned, hairribbon, big bow, ribbon in {her} hair, bow in {her} hair, ribbon on {her} head, bow on {her} head, hair tied with a ribbon, big red bow',
  'ornament=hairband': 'hairband, hair band, headband, head band, alice band, aliceband, hairbands',
  'ornament=hat':
    "hat, cap, beret, beanie, witch hat, straw hat, sun hat, sunhat, top hat, fedora, bonnet, baseball cap, headwear, bucket hat, peaked cap, santa hat, cowboy hat, hatted, wizard hat, witch's hat, helmet hat, mob cap, sailor hat, sailor cap, nurse cap, chef hat, party hat, mage hat, military cap, military hat, police cap, police hat, newsboy cap, flat cap, bowler hat, trilby, panama hat, sombrero, ushanka, knit cap, knit hat, wool hat, snapback, bobble hat, tophat, mini hat, mini top hat, trucker hat, backwards cap, pirate hat, tricorne, nightcap, boater hat, brimmed hat, sunhats, school hat, graduation cap, garrison cap, fur hat, winter hat, jester cap, pointy hat, wide brimmed hat, shako, kepi, newsboy hat, visor cap, boushi, mugiwara boushi",
  'ornament=animal_ears':
    'animal ears, animal ear, cat ears, cat ear, kitty ears, kitten ears, fox ears, fox ear, dog ears, bunny ears, rabbit ears, wolf ears, mouse ears, bear ears, nekomimi, neko ears, kemonomimi, kemomimi, inumimi, usagimimi, catears, horse ears, tiger ears, furry ears, fluffy ears, puppy ears, neko, kitsune ears, fake animal ears, beast ears, bunnyears, foxears, bunny ears headband, cat ears headband, cat ear headband, animal ear headband, bunny ear headband, rabbit ears headband, fox ears headband, lion ears, sheep ears, deer ears, cow ears, squirrel ears, panda ears, raccoon ears, tanuki ears, leopard ears, ferret ears, hamster ears, goat ears, lop ears, feline ears, canine ears, vulpine ears, bat ears, pony ears, koala ears, fuzzy ears, floppy ears, jackal ears, lynx ears, otter ears, weasel ears, monkey ears, donkey ears, fennec ears, wolfdog ears, husky ears, doggy ears, red panda ears, cat like ears, fox like ears, cat eared, fox eared, rabbit eared, bunny eared, wolf eared, cat ear hairband, furry ear',
  'ornament=animal_ears & look=feminine':
    'catgirl, cat girl, foxgirl, fox girl, bunny girl, bunnygirl, wolf girl, wolfgirl, dog girl, doggirl, kitsune girl, neko girl, nekogirl, kemonomimi girl, catgirls, rabbit girl, nekomusume, kitty girl, mouse girl, tiger girl, lion girl, sheep girl, cow girl, deer girl, raccoon girl, squirrel girl, horse girl, beast girl, cat lady, kitsune woman, nekogirls',
  'ornament=animal_ears & look=masculine':
    'catboy, cat boy, foxboy, fox boy, wolf boy, dog boy, bunny boy, rabbit boy, kitsune boy, neko boy, nekoboy, tiger boy, mouse boy, wolfboy, dogboy',
  '?ornament=ribbon/flower/hairband':
    'hair ornament, hair accessory, hair ornaments, hair accessories',
  'glasses=yes':
    'glasses, spectacles, eyeglasses, eyewear, bespectacled, megane, reading glasses, round glasses, specs, wire rimmed glasses, rimless glasses, horn rimmed glasses, half moon glasses, thick glasses, square glasses, rimmed glasses, framed glasses, pince nez, semi rimless eyewear, under rim eyewear, rimless eyewear, black framed eyewear, red framed eyewear, eye glasses, four eyes, glasses girl, meganekko',
  'part:ornament': 'ornament, headgear, head accessory, accessory, accessories, head ornament',
  // Neck
  'neck=choker':
    'choker, collar, neck band, neckband, chocker, ribbon choker, lace choker, leather collar, cat collar, dog collar, spiked collar, bell collar, collar with a bell, studded collar, velvet choker, choker necklace, ribbon around {her} neck, ribbon on {her} neck, ribbon at {her} neck, ribbon tied around {her} neck, bow around {her} neck, bow at {her} neck, bow on {her} neck, band around {her} neck',
  'neck=tie':
    'tie, necktie, neck tie, bow tie, bowtie, neckties, school tie, loosened tie, bolo tie',
  'neck=scarf':
    'scarf, muffler, scarves, scarfs, neckerchief, neck warmer, winter scarf, knit scarf, knitted scarf, bandana around {her} neck, mafuraa',
  'neck=none':
    'bare neck, nothing around her neck, nothing around the neck, nothing on her neck, nothing on the neck, nothing around my neck, nothing around his neck',
  'part:neck': 'neck, neckwear, neck accessory, around her neck',
  // Outfit
  'outfit=shirt':
    'shirt, t shirt, tshirt, tee, blouse, dress shirt, collared shirt, polo shirt, button up, shirts, white shirt, polo, flannel shirt, flannel, tunic, button down shirt, button up shirt, undershirt, hawaiian shirt, crop top, crop top shirt, croptop, jersey, sweatshirt, plaid shirt, striped shirt, band shirt, button down, buttoned shirt, collared tee',
  'outfit=jacket':
    'jacket, blazer, coat, hoodie, suit, cardigan, parka, overcoat, trench coat, leather jacket, bomber jacket, letterman, denim jacket, tuxedo, hooded jacket, windbreaker, lab coat, labcoat, raincoat, pea coat, peacoat, duffle coat, trenchcoat, tailcoat, bolero, puffer jacket, varsity jacket, track jacket, tracksuit, military jacket, haori, fur coat, down jacket, biker jacket, gakuran, fur trimmed coat, fur trimmed jacket, suit jacket, business suit, winter coat, dinner jacket, black suit, three piece suit, pullover hoodie, leather coat',
  'outfit=bare_shoulders':
    'bare shoulders, bare shouldered, off shoulder, off the shoulder, off shoulders, strapless, sleeveless, tank top, camisole, tube top, halter top, exposed shoulders, naked shoulders, shoulders bare, bareshoulders, offshoulder, spaghetti strap, shoulderless, open shoulders, uncovered shoulders, cold shoulder, tanktop, sleeveless top, halterneck, halter neck, strapless top, one shoulder top, off the shoulder top, off shoulder top, off shoulder sweater, off the shoulder sweater, spaghetti straps, bandeau, bustier, shoulder cutout, bare shoulder, halter, single bare shoulder, vest top, sleeveless shirt',
  '?outfit=bare_shoulders': 'swimsuit, bikini, swimwear, bathing suit',
  'outfit=dress/bare_shoulders':
    'off shoulder dress, off the shoulder dress, strapless dress, sleeveless dress, bare shoulder dress',
  'outfit=dress':
    'dress, gown, sundress, one piece dress, wedding dress, party dress, ball gown, ballgown, maid dress, evening dress, summer dress, dresses, lolita dress, gothic dress, frilly dress, frock, minidress, mini dress, prom dress, cocktail dress, pinafore, pinafore dress, lolita outfit, sun dress, long dress, nightgown, princess dress, maxi dress, slip dress, dirndl, sweater dress, short dress, white dress, flowing dress, frilled dress, lace dress, wanpiisu, doresu',
  'part:wear':
    'skirt, shorts, pants, top, sleeves, jeans, socks, shoes, boots, gloves, stockings, thighhighs, clad, buttons, belt, apron, trousers, pantyhose, leggings, backpack, bag, headscarf, sandals, heels, high heels, kneehighs, knee socks, thigh highs, tights, sneakers, miniskirt, pleated skirt, corset, leotard, bodysuit, overalls, pajamas, pyjamas, detached sleeves, wide sleeves, long sleeves, short sleeves, puffy sleeves, frills, lace trim, buckle, zipper, pocket, bracelet, watch, wristwatch, anklet, garter, garter belt, suspenders, ascot, cravat, obi, sash, harness, underwear, bra, panties, lingerie, thong, swim trunks, bunnysuit, bunny suit, playboy bunny, skirt set, capelet, poncho, hakama, jumpsuit, romper, dungarees, loafers, slippers, purse, handbag, suitcase, satchel, fingerless gloves, elbow gloves, armband, wristband, gauntlets, pauldrons, breastplate, epaulettes, brooch, cufflinks, badge, medal, headpiece, lipstick mark, print, pattern, printed, patterned',
  // Skin
  '?hair_color=white & skin=light': 'albino',
  'part:skin': 'skin, skinned, complexion, skin tone, skintone, skin color, skin colour',
  'skin=dark':
    'tanned, suntanned, ganguro, dark complexion, dark complexioned, sun kissed, sunkissed, bronzed, tanlines, gyaru tan, kasshoku, hiyake',
  'skin=light': 'fair skinned, light skinned, fair complexion, porcelain, alabaster skin',
  '?skin=dark': 'dark elf',
  'trait:tan': 'tan',
  'trait:dark': 'dark, darker',
  'trait:light': 'light, lighter, lite',
  'trait:pale': 'pale, paler, pallid',
  'trait:fair': 'fair',
  'tone:light': 'pastel, soft, faint, powder, baby, faded, washed out, milky, dusty, muted, hazy',
  'tone:dark': 'deep, dusky',
  'tone:plain':
    'bright, vivid, neon, electric, hot, vibrant, brilliant, shiny, glowing, luminous, glossy, metallic, intense, pure, natural, royal, warm, cool, lustrous, bubbly, moody, starry, deep set, gleaming, glimmering, shimmering, dazzling, radiant',
  // Look
  'look=feminine':
    'girl, girls, 1girl, female, woman, women, lady, feminine, schoolgirl, school girl, waifu, maiden, princess, queen, maid, witch, gal, girly, girlish, bishoujo, shoujo, onee san, sister, mother, mom, goddess, heroine, daughter, ladies, f, actress, grandma, granny, lass, bride, miko, shrine maiden, empress, 2girls, gyaru, gf, girlfriend, nurse, mermaid, priestess, duchess, countess, magical girl, idol girl, sorceress, girlie, chick, wife, tomboy, anime girl, female focus, loli, swordswoman, heiress, nun, enchantress, seamstress, waitress, stewardess, hostess, abbess, baroness, marchioness, noblewoman, policewoman, gunwoman, businesswoman, horsewoman, huntress, governess, songstress, temptress, seductress, ballerina, geisha, kunoichi, valkyrie, damsel, dame, matron, aunt, auntie, niece, granddaughter, stepmother, stepsister, housewife, widow, bridesmaid, showgirl, cowgirl, ojousama, ojou sama, imouto, onee chan, oneesan, oneechan, okaasan, mama, mum, mommy, mummy, sis, big sister, little sister, older sister, younger sister, elder sister, succubus, harpy, lamia, grl, gurl, grrl, girlz, gal pal, barmaid, milkmaid, handmaiden, shieldmaiden, saleswoman, spokeswoman, fisherwoman, lioness, tigress, mistress, madam, madame, vixen, diva, she devil, grandmother, great grandmother, great aunt, girlboss, lolita, ladyship, wmn, hime, shoujo girl, ojousan, young lady, young woman, old lady, old woman, teen girl, teenage girl, school girls, sorority girl, cheerleader, alchemist girl, witchy, coed, woman warrior, lady knight, empress dowager, onnanoko, onna no ko, josei, onna, no onnanoko, no shoujo, no onna no ko',
  'look=masculine':
    'boy, boys, 1boy, male, man, men, guy, guys, masculine, bishounen, shounen, husbando, prince, king, gentleman, lad, brother, father, dad, dude, manly, boyish, schoolboy, butler, wizard, onii san, son, m, grandpa, bloke, emperor, monk, priest, duke, bf, boyfriend, handsome boy, husband, uncle, anime boy, male focus, swordsman, gunman, salaryman, businessman, policeman, fireman, cowboy, fisherman, horseman, nobleman, craftsman, huntsman, shota, ojisan, onii chan, oniisan, otouto, papa, grandfather, gramps, granddad, gent, baron, viscount, earl, warlock, friar, abbot, bishop, cowboys, bridegroom, groom, patriarch, chap, fella, bro, hunk, himbo, nephew, grandson, stepbrother, stepfather, godfather, geezer, boi, boyo, old man, young man, middle aged man, ojiisan, otousan, young lad, laddie, brothers, older brother, big brother, little brother, younger brother, daddy, pops, milkman, postman, salesman, seaman, cavalryman, axeman, bowman, sportsman, gentlemen, lads, sire, ronin, shogun, waiter, sorcerer, teen boy, teenage boy, school boy, schoolboys, anime man, anime dude, anime guy, anime dad, prince charming, playboy, lumberjack, handyman, doorman, henchman, clergyman, spaceman, batman like, strongman, caveman, butlers, college guy, otokonoko, otoko no ko, dansei, otoko, shonen, shōnen, no otokonoko, no shounen, no otoko no ko',
  'look=feminine/masculine':
    'androgynous, androgyne, genderless, gender neutral, nonbinary, non binary, unisex',
  'part:person':
    'person, character, student, child, kid, teenager, teen, youth, adult, portrait, someone, human, people, idol, knight, hero, warrior, singer, soldier, angel, demon, vampire, elf, fairy, mage, pirate, ninja, samurai, ghost, doll, tsundere, yandere, dandere, oc, protagonist, model, figure, streamer, vtuber, individual, teacher, twin, adventurer, detective, dancer, assassin, spirit, head, cutie, beauty, rival, villain, youngster, robot, android, cyborg, dragon girl, noble, royal person, avatar, icon, pfp, barista, chef, cook, scientist, doctor, pilot, astronaut, thief, rogue, bard, healer, archer, hunter, gamer, punk, delinquent, president, captain, general, commander, spy, ranger, paladin, cleric, druid, librarian, florist, painter, artist, musician, guitarist, clown, jester, mechanic, engineer, hacker, athlete, swimmer, warlord, guardian, shaman, oracle, deity, monster, zombie, orc, goblin, dwarf, giant, alien, celebrity, office worker, bartender, baker, guard, necromancer, summoner, swordfighter, gunslinger, mercenary, bounty hunter, scholar, professor type, wanderer, traveler, traveller, stranger, companion, apprentice, disciple, servant, slave girl?, fighter, gladiator, viking, nomad, dryad, nymph, half elf, high elf, tiefling, half demon, dragon, dragonborn, cat person, fox spirit, youkai, yokai, oni, tengu, reaper, grim reaper, deathgod, chuunibyou, otaku, neet, shut in, introvert, extrovert, dreamer, loner, leader, kids, children, teens, twins, babe, gothic lolita, girlfriend material, goth, emo, scene kid, hipster, biker, skater, surfer, coder, programmer, pianist, violinist, composer, conductor, poet, writer, author, journalist, lawyer, judge, politician, farmer, gardener, shopkeeper, merchant, blacksmith, tailor, marine, sniper, medic, veteran, survivor, prisoner, refugee, student council president, class president, transfer student, exchange student, classmate, upperclassman, freshman, sophomore, alumni, neighbor, neighbour, best friend, friend, lover, couple, family, trickster, trap, femboy, mascot, influencer, blogger, cosplayer, magician, illusionist, bard girl, beastkin, half human, halfling, gnome',
  'part:other':
    'outfit, clothes, clothing, attire, costume, fashion, background, sky, sky background, cat, dog, rabbit, bunny, fox, bird, butterfly, umbrella, book, guitar, moon, ocean view, car, juice, tea, wine glass, house, room, wall, apple, tree, garden, street, city, food, field, forest, beach, mountain, mountains, window, classroom, school, cafe, kitchen, bed, bedroom, library, church, cathedral, castle, temple, shrine, ruins, village, town, desert, space, planet, galaxy, train, bus, bicycle, motorcycle, airplane, ship, boat, wolf, tiger, lion, dragonfly, owl, crow, fish, snake, horse, mouse, turtle, frog, bear, squirrel, bee, spider, insect, watermelon, strawberry shortcake, bread, pizza, cocktail, bottle, glass of wine, candle, lamp, lantern, mirror, clock, computer, laptop, keyboard, sofa, couch, desk, chair, table, stairs, bench, fence, bridge, river, lake, waterfall, cloud, clouds, lightning, crowd, stage, concert, festival, fireworks, wedding, grave, gears',
  // Understood, but outside the vocabulary
  'undrawable:eyes':
    'heterochromia, heterochromatic, odd eyes, mismatched eyes, odd eyed, eyes of different colors, eyes of different colours, different colored eyes, differently colored eyes, two different colored eyes',
  undrawable:
    'sunglasses, goggles, monocle, eyepatch, eye patch, mask, wings, wing, horn, horns, halo, tail, tails, earring, earrings, necklace, pendant, jewelry, tiara, crown, hairpin, hair pin, hairclip, hair clip, hair clips, barrette, scrunchie, hair tie, hair bobbles, bald, headphones, earphones, veil, hood, hooded, elf ears, pointy ears, pointed ears, long ears, elven ears, freckles, freckled, mole, beauty mark, scar, scars, tattoo, tattoos, beard, bearded, mustache, moustache, stubble, facial hair, lipstick, makeup, make up, eyeshadow, eyeliner, mascara, fang, fangs, tongue, tongue out, teeth, cat tail, kimono, yukata, hanfu, armor, armour, sailor uniform, sailor suit, sailor collar, sailor, serafuku, school uniform, uniform, sweater, turtleneck, turtle neck, cape, cloak, robe, vest, maid outfit, maid headdress, headdress, rainbow, streaked hair, streak, streaks, highlights, highlight, colored inner hair, inner color, colored tips, tips, ends, roots, heart eyes, heart shaped pupils, star eyes, slit pupils, tsurime, tareme, cross eyed, eyelashes, lashes, eyelash, eyebrows, eyebrow, brows, lips, lip, nose, cheongsam, chinese dress, bandana, bandage, bandages, hairnet, ear piercing, nose ring, wrinkles, breasts, bandaid, cigarette, sword, gun, weapon, katana, petals, sakura petals, gradient eyes, tattooed, bell, whiskers, mech, wheelchair, veiled, hijab, shawl, headset, cherry blossoms, cherry blossom, tusks, antlers, horned, winged, tears of joy, happy tears, crying tears of joy, crying with joy, crying from laughter, flower field, flower garden, rose garden, flower shop, flower bed, flower pot, flower petals, rose petals, bouquet, bouquet of flowers, bouquet of roses, flower bouquet, floral print, floral pattern, floral dress, floral shirt, flower pattern, flower print, floral, bed of flowers, field of flowers, flowers in the background, flower tattoo, floral kimono, bow weapon, bow and arrow, bow and arrows, longbow, crossbow, drawing a bow, archer bow, waist bow, back bow, bow on {her} waist, bow on {her} back, bow on {her} chest, bow on {her} dress, bow on {her} tail, shoe bow, dress bow, footwear bow, side tie bikini, side tie, wrist ribbon, leg ribbon, ankle ribbon, arm ribbon, waist ribbon, hat ribbon, hat bow, hat flower, chest ribbon, dress ribbon, tail ribbon, tail bow, ribbon trim, arrow, quiver, fur collar, high collar, popped collar, shirt collar, detached collar, lace collar, wing collar, winged collar, frilled collar, ruffled collar, wide collar, open collar, upturned collar, coat collar, fur trim, fur trimmed collar, stand collar, mandarin collar, peter pan collar, white collar shirt, turned up collar, collar of {her} shirt, collar of {her} coat, star shaped pupils, cross shaped pupils, shaped pupils, heart pupils, symbol shaped pupils, heart shaped eyes, wavy mouth, dot mouth, triangle mouth, cat mouth, black background, transparent background, grey background, gray background, red background, blue background, pink background, curvy body, wet hair, blood on {her} face, dirty face, eye bags, dark circles, bags under {her} eyes, thick eyebrows, forehead mark, facial mark, face paint, war paint, whisker markings, third eye, no pupils, ringed eyes, glowing eyes, sparkling eyes, empty eyes look, sanpaku, sanpaku eyes, clenched teeth, sharp teeth, buck teeth, gap teeth, biting lip, lip bite, licking lips, tongue sticking out, dimples, double chin, goatee, sideburns, mutton chops, goatee beard, five o clock shadow, nosebleed, bandaged, gloved hand, striped, plaid, polka dot, checkered, lace, frilly, see through, microphone, sleeping bag, sparkles, petals falling, speech bubble, watermark, signature, border, frame, heart, hearts, star, stars, snowflake, snowflakes, bubble, bubbles, feather, feathers, fire background, chains, chain, rope, skull, crucifix, rosary, pocky, candy, lollipop, ice cream, cake, cup, mug, coffee mug, phone, smartphone, camera, staff, wand, spear, axe, shield, bow string, fan, folding fan, parasol, letter, pen, flag, broom, violin, piano, microphone stand, basketball, ball, plush, teddy bear, stuffed toy, doll joints, mechanical arms, prosthetic, robot joints, tentacles, claws, paws, paw pose, fox tail, wolf tail, bunny tail, dragon tail, demon tail, demon horns, dragon horns, demon wings, angel wings, feathered wings, bat wings, fairy wings, black wings, ear piercings, hoop earrings, stud earrings, earring studs, septum piercing, lip piercing, eyebrow piercing, nose piercing, hair beads, hair scrunchie, hair stick, hair sticks, hairclips, x hair ornament, star hair ornament, heart hair ornament, butterfly hair ornament, bell ornament, circlet, diadem, headchain, laurel wreath, gas mask, surgical mask, face mask, mouth mask, fox mask, hockey mask, blindfold, visor, helmet, crowned, hair spread out, floating hair, hair pulled, inner hair, hair tips, dyed tips, colored streaks, streaked, inner hair color, colored roots, dark roots, frosted tips, balayage, under layer, underlayer, underside, strands dyed, dyed streak, dyed streaks, colored inner, ombre style, dip dyed, tinsel, high collared, cat shaped mouth, underneath, on the inside, at the ends, at the tips, on the ends, on the bottom, at the bottom, shaved head, shaved',
  // Style of drawing
  'era=classic':
    'retro, retro anime, retro style, vintage, vintage anime, 90s, 1990s, 90s anime, 80s anime, 2000s, 2000s anime, early 2000s, old school, old school anime, oldschool, classic anime, classic style, nostalgic',
  'era=modern': 'modern, modern anime, modern style, contemporary, recent anime',
  // Grammar
  not: "no, not, without, w/o, minus, lacking, lacks, lack, never, non, sans, isn't, isnt, aren't, arent, doesn't, doesnt, don't, dont, hasn't, hasnt, didn't, wasn't, weren't, neither, free of, devoid of, can't, cannot, won't, anything but, instead of, rather than, exclude, excluding, except, remove, avoid, ain't, haven't, w o, rarely, seldom, hardly, hardly ever, scarcely, used to be, once was, was once, formerly, no longer, hates, hate, dislikes, dislike, doesn't like, does not like, refuses to, far from, other than, aside from, apart from, definitely not, certainly not, no more, not even, rather not, nothing like, never had, zero, please no, nope to, anti, used to have, once had, opposite of, no sign of, lack of, absence of, leave out, leave off, skip, ditch, drop, get rid of, take off, without any",
  'not:after': 'none, free, off, false, absent, n/a, removed, nope, less',
  is: 'is, are, was, were, be, being, :, =, ->, both, like, as, equals, colored like, are both, looks, that is, that are, which is, which are, becomes, should be, must be, dyed, coloured, colored, color, colour',
  and: 'and, &, +, n, plus, mixed with, mixed, ombre, fading to, fading into, blending into, fades to, to, into',
  or: 'or, nor, /, either',
  gradient:
    'multicolored, multicolor, multi colored, two tone, two toned, dual colored, split color, split dye, bicolor, gradient, ombré, blend, mix',
  with: 'with, w/, has, have, having, in, that has, who has, but also, w, got, while, who, along, from, on, whose, then, also, featuring, sporting, paired, on top, on one side, on the other side',
  but: 'but, however, though, yet, although',
  wearing: 'wearing, wears, wear, dressed in, dressed, clad in, clothed in, in all',
  named:
    "named, called, i am, i'm, im, nicknamed, name's, miss, mr, mrs, ms, dr, professor, sir, lord, princess named",
  'part:name':
    'name, surname, nickname, username, title, favorite color, favourite colour, favorite colour, favourite color',
  honorific: 'chan, san, kun, sama, senpai, sensei',
  'degree:slight':
    'slightly, slight, somewhat, a bit, a little, a little bit, a touch of, a hint of, kinda, kind of, hint of, subtle, mildly, sort of, barely, small smile of, faintly, lightly, mild',
  random:
    "random, anything, surprise me, whatever, any, anyone, random character, random girl please, you choose, dealer's choice, roll, gacha",
  filler:
    "a, an, the, of, please, pls, plz, draw, me, my, their, its, they, it, i, you, them, want, wants, give, make, create, generate, show, would, could, can, like to, i want, i would like, i'd like, can you, could you, want to see, some, very, really, so, super, extremely, quite, too, more, much, most, one, two, three, single, 1, by, for, at, this, that, these, those, there, here, just, only, kawaii, cute, adorable, pretty, beautiful, lovely, gorgeous, handsome, sweet, charming, elegant, nice, good, great, fluffy, silky, smooth, flowing, piercing, big, large, huge, small, little, tiny, round, wide, thick, thin, fine, full, fancy, young, teenage, cool looking, anime, manga, style, styled, type, looking, look, looks like, masterpiece, best quality, high quality, highres, high res, absurdres, quality, detailed, highly detailed, ultra detailed, 4k, 8k, hd, solo, upper body, close up, closeup, looking at viewer, viewer, simple background, white background, white bg, artwork, art, illustration, drawing, picture, image, photo, pic, portrait of, colors, colours, tone, toned, shade, shades, shaded, tinted, hue, hued, accent, side of, down, up, out, around, over, under, tied, tied up, tied with, worn, put, putting, let, loose, falling, hanging, framing, cut, kept, left, right, yes, true, ok, okay, hi, hello, hey, thanks, thank you, thank, yo, lol, xoxo, tsun, back, front, middle, center, between, headshot, bust, profile, face shot, dreamy, soft looking, innocent, gentle, kind, mysterious, energetic, lively, playful, elegant looking, medium shot, mouth shape, feel, feeling, vibe, vibes, aesthetic, themed, theme, kept in, set, pair, pair of, at the viewer, maybe, possibly, probably, perhaps, preferably, ideally, must, should, need, i need, love, i love, if possible, visible, showing, shown, wearing nothing else, new, own, bit, lot, lots, lots of, always, all, everything, other, also with, stunning, attractive, charismatic, fantasy, moe, fresh, delicate, royal looking, warm looking, expressive, game, rpg, style of, years, year, age, longer, anymore, any more, at all, whatsoever, kinds, wait, actually, today, now, haired person, standing out, ears, ear, attached, together, each, same, different, spiky, parts, part, lighting, render, cg, 2d, 3d, cel shaded, sharp, fades from, fading from, fade from, that fades from, furiously, madly, shining, focus, kemonomimi mode, backwards, tucked, peacefully, softly, quietly, rating safe, safe, hair ornaments set, messy looking, comma, period, thats it, that is it, tousled, windswept, unkempt, shaggy, disheveled, dishevelled, spiked, score, source anime, weight, niji, ar, version, detailed face, perfect face, ultra detailed face, intricate, cinematic, sharp focus, depth of field, bokeh, trending on artstation, pixiv, digital art, concept art, key visual, official art, studio ghibli, makoto shinkai, kyoto animation, ghibli, wallpaper, sketch, lineart, line art, watercolor, oil painting, painting, chibi, portrait shot, bruh, dude like, same but, something, usually, often, sometimes, still, permanent, slight build, who is, thing, things, stuff, anyway, kindly, imagine, imagine prompt, prompt, description, appearance, features, cold, no longer want, backdrop, rectangular, oval, covering, loosened, smol, smoll, cascading, spilling, tumbling, rippling, billowing, blowing, wind, ever, seen, shaped, built, peeking, poking, sticking, sitting on, resting, placed, perched, nestled, woven, pinned, clipped, fastened, adorned, decorated, colored in, sported, donning, complete, topped, crowned with, matching, whole, entire, type of, sort of girl, trimmed, like from, cosplay, cosplaying",
  idiom:
    'once in a blue moon, blue moon, out of the blue, feeling blue, blue monday, green thumb, white lie, black sheep, red herring, silver lining, golden rule, green with envy, tickled pink, red tape, red flag, in the red, in the black, grey area, gray area, black market, white noise, black hole, purple prose, golden hour, orange juice, ginger ale, ginger tea, green tea, black tea, red wine, white wine, black coffee, rose wine, white house, red cross, blue whale, black friday, golden retriever, yellow pages, red carpet, pink panther, black magic, silver screen, gold medal, green light, red light, black belt, white collar, blue collar, pink slip, brown bread, brown sugar, brown rice, olive oil, peach tea, lemon tea, mint tea, orange tree, red riding hood, little red riding hood, black widow, green lantern, ruby rose, scarlet witch, black clover, blue archive, blue lock, purple haze, red bull, red velvet, blue jay, blue jeans, long story, in short, long time, long ago, as long as, so long, before long, short story, in the dark, light bulb, first light, daylight, dark souls, light novel, no idea, no one, nobody, no problem, no matter, no way, green card, black lagoon, pink floyd, red hot chili peppers, coldplay, white day, black mirror, amber alert, rose gold ring, blue ribbon award, hat trick, open mind, open source, closed source, open sesame, tie dye, bow wow, short circuit, black and white photo, in black and white, orange is the new black',
  '~hair_length=short':
    'bob, bob cut, bobcut, bob hair, pixie cut, pixie hair, pixie haircut, short cut, crop cut, boyish cut, boycut, boy cut, undercut, buzz cut, buzzcut, buzzed hair, crew cut, crewcut, bowl cut, bowl haircut, bowlcut, pageboy, page boy, pageboy cut, mushroom cut, mop top, side shave, sidecut, shaved sides, shaved side, faux hawk, tomboy cut, inverted bob, french bob, asymmetrical bob, a line bob, blunt bob, short bob, messy bob, curly bob, bob haircut, quiff, caesar cut, chin length bob, hair cut short',
  '~hair_length=medium':
    'wolf cut, wolfcut, mullet, lob, long bob, shag cut, shaggy cut, hush cut, jellyfish cut, layered bob',
  'trait:reachlong':
    'waist length, hip length, knee length, ankle length, thigh length, mid thigh length, floor length, butt length, back length, mid back length, elbow length, calf length, tailbone length, {to} {her} waist, {to} {her} hips, {to} {her} knees, {to} {her} ankles, {to} {her} feet, {to} {her} floor, {to} {her} ground, {to} {her} thighs, {to} {her} mid thigh, {to} {her} back, {to} {her} lower back, {to} {her} mid back, {to} {her} butt, {to} {her} elbows, {to} {her} elbow, {to} {her} calves, {to} {her} tailbone, {to} {her} heels, {to} {her} belt, {to} {her} toes, {to} {her} hip, {to} {her} knee, down {her} back, reaching down {her} back, below {her} shoulders, past {her} shoulders',
  'trait:reachmid':
    'shoulder length, collarbone length, collar bone length, chest length, {to} {her} collarbone, {to} {her} collarbones, {to} {her} chest, {to} {her} bust, at {her} shoulders, brushing {her} shoulders, to shoulder length, to {her} shoulders, to {her} shoulder, reaching {her} shoulders, reaching {her} shoulder, reaches {her} shoulders, reaches {her} shoulder, touching {her} shoulders, touching {her} shoulder, till {her} shoulders, till {her} shoulder, until {her} shoulders, until {her} shoulder, at {her} collarbone, at {her} shoulder',
  'trait:reachshort':
    'chin length, ear length, jaw length, cheek length, nape length, neck length, jawline length, {to} {her} chin, {to} {her} ears, {to} {her} jaw, {to} {her} jawline, {to} {her} nape, {to} {her} cheeks, {to} {her} earlobes, {to} {her} neck, at {her} chin, at {her} jaw, at {her} ears, cropped at the chin',
  'trait:overeye':
    '{over} one eye, {over} {her} eye, {over} {her} left eye, {over} {her} right eye, {over} one of {her} eyes, falling across one eye, across one eye, in front of one eye',
  'trait:overeyes':
    '{over} {her} eyes, {over} both eyes, between {her} eyes, across {her} eyes, in front of {her} eyes, across {her} face, over {her} face',
  '?eyes=half':
    'wink, winking, winks, one eye closed, one eye shut, one closed eye, closing one eye, closes one eye, left eye closed, right eye closed, single eye closed',
  '?eyes=half & expression=smile': ';), ;-)',
  'trait:blank': 'vacant, blank',
  'trait:hollow': 'empty, hollow, dead, lifeless, unfocused, dull, glazed',
  'ornament=flower':
    'hair flower, flower in {her} hair, rose in {her} hair, lily in {her} hair, flower behind {her} ear, rose behind {her} ear, flower crown, floral crown, flower hair ornament, flower wreath, floral wreath, hairflower, flower on {her} head, flower hairpin, flower hair clip, flower hairclip, flower tucked behind {her} ear, daisy in {her} hair, hibiscus in {her} hair, crown of flowers, wreath of flowers, flower garland, flower headband, blossom in {her} hair, blossoms in {her} hair',
  '?ornament=flower':
    'flower, sunflower, a rose, roses, hibiscus, camellia, daisy, daisies, blossom, blossoms, tulip, lily, lilies, {color} rose, {color} roses, peony, chrysanthemum, orchid flower, lotus, carnation, dahlia, wildflower',
  '?neck=choker': 'neck ribbon',
  '?ornament=animal_ears': 'kitsune',
  'part:body':
    'waist, shoulder, shoulders, chest, hand, hands, arm, arms, wrist, wrists, leg, legs, thigh, thighs, ankle, ankles, knee, knees, hip, hips, finger, fingers, navel, belly, stomach, abs, midriff, elbow, elbows, collarbone, collarbones, feet, foot, palm, fist, fists, cleavage, thumbs, bare arms, bare legs, forearm, armpit, armpits',
  'undrawable:hair':
    'braid, braids, braided, twin braids, twin braid, french braid, side braid, single braid, plait, plaits, dreadlocks, dreads, ahoge, antenna hair, cowlick, hair bun, hair buns, bun, buns, double bun, double buns, odango, drill hair, drills, twin drills, drill, mohawk, afro, topknot, top knot, half up, half updo, updo, hair up, dango, hair down, sidelocks, hair intakes, hair rings, man bun, space buns, messy bun, crown braid, fishtail braid, cornrows, box braids, low bun, high bun, side bun, single hair bun, double hair buns, chignon, pompadour, hair flaps, half up half down, hair tucked behind ear, hair behind ear, braided bun, braided hair, flipped hair, layered hair, feathered hair, two buns, gradient hair, two tone hair, two toned hair, split color hair, multi tone hair, multicolored hair, multicoloured hair, multi colored hair, multicolor hair, rainbow hair, ombre hair',
  'skin=dark & look=masculine':
    'black man, black guy, black boy, black male, black dude, black gentleman, african man, african american man',
  'skin=dark & look=feminine':
    'black woman, black lady, black female, african woman, african american woman, african girl',
  'pronoun:feminine': "she, her, hers, herself, shes, she's",
  'pronoun:masculine': "he, him, his, himself, hes, he's",
  held: 'holding, holds, held, carrying, carries, clutching, gripping, hugging a, hugging, wielding, wields, with a bow in hand',
  'hair_color=blonde':
    'kinpatsu, kin patsu, kinpatu, kiniro no kami, kiniro no kaminoke, kin no kami, kin no kaminoke',
  'hair_color=silver':
    'ginpatsu, gin patsu, ginpatu, giniro no kami, giniro no kaminoke, gin no kami, gin no kaminoke',
  'hair_color=black': 'kurokami, kuro kami, kurogami, kuroi kami, kuroi kaminoke',
  'hair_color=blue': 'aogami, aokami, aoi kami, aoi kaminoke',
  'hair_color=white': 'shiragami, hakuhatsu, shirogami, hakuhatu, shiroi kami, shiroi kaminoke',
  'hair_color=pink':
    'pinkugami, momoirogami, pinku no kami, pinku no kaminoke, momoiro no kami, momoiro no kaminoke',
  'hair_color=green': 'midorigami, midori no kami, midori no kaminoke',
  'hair_color=purple': 'murasakigami, murasaki no kami, murasaki no kaminoke',
  'eye_color=blue': 'hekigan, aoime, aoi me, aoi hitomi, aome',
  'eye_color=red': 'akai me, akaime, akai hitomi, akame, aka me',
  'eye_color=yellow': 'kin no me, kiniro no me, kin no hitomi',
  'eye_color=green': 'midori no me, midori no hitomi, midorime',
  'eye_color=purple': 'murasaki no me, murasaki no hitomi',
  'eye_color=black': 'kuroi me, kurome',
  'eye_color=brown': 'chairo no me, chairoi me',
  'eye_color=aqua': 'mizuiro no me',
  'eye_color=pink': 'pinku no me',
  'hair_color=orange': 'orenji no kami, orenji no kaminoke',
  'hair_color=aqua': 'mizuiro no kami, mizuiro no kaminoke',
  'hair_color=gray': 'haiiro no kami, haiiro no kaminoke',
  'bangs=blunt & hair_style=straight': 'himekatto, hime katto',
  'undrawable:pose':
    'sitting, standing, lying, lying down, kneeling, squatting, crouching, walking, running, jumping, dancing, fighting, flying, swimming, floating, leaning, leaning forward, stretching, kissing, kiss, holding hands, hand on hip, hands on hips, arms crossed, crossed arms, arms up, arm up, hand up, hands up, peace sign, v sign, double v, waving, pointing, saluting, salute, thumbs up, hand on {her} cheek, hand on {her} chest, hand in {her} hair, head tilt, tilted head, head rest, looking away, looking back, looking down, looking up, looking to the side, looking at another, looking afar, full body, cowboy shot, pose, posing, from behind, from above, from below, from side, from the side, dutch angle, back view, side view, profile view, fisheye, outdoors, indoors, in the rain, raining, snowing, cityscape, landscape, scenery, underwater, tall, slender, slim, slender build, skinny, petite, chubby, plump, muscular build, fat, thin body, athletic build, buff, short stature, wet, sweat, sweating, sweatdrop, sweat drop, drooling, drool, saliva, eating, drinking, smoking, reading, hood up, hood down, old, elderly, muscular, evil, crazy, crazed, surprised, shocked, astonished, scared, afraid, frightened, terrified, pout, pouting, disgusted, confused, ahegao, winter, summer, springtime, winter scene, rain, christmas, halloween, birthday, night time, nighttime, daytime, evening, morning, sunset background, last summer, last winter, last year, this year, last week, naked, topless',
  'hair_color=orange*3/red*2': 'gingerhead, ginger head',
};
