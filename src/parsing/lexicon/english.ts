import type { LexiconTable } from './lexicon-table.js';

/** Hyphens, underscores and a plural s need no entry of their own. */
export const ENGLISH: LexiconTable = {
  // Hair
  'part:hair':
    'hair, haired, hairs, tresses, mane, hairdo, hair color, hair colour, haircolor, haircolour, hair style, hairstyle, haircut, hair length, length, bed hair, bedhead, bedhair',
  'hair_color=brown': 'brunette, brunet',
  'hair_color=red': 'redhead, red head, redheaded, red headed, red haired girl',
  'hair_color=red/orange': 'ginger hair, ginger haired, gingerhead, ginger head',
  'hair_length=long':
    'very long hair, super long hair, waist length, waist length hair, knee length hair, hip length hair, floor length hair, absurdly long hair, long locks, rapunzel hair',
  'hair_length=medium':
    'shoulder length, shoulder length hair, medium length, mid length, semi long, chest length hair',
  'hair_length=short':
    'bob, bob cut, bobcut, bob hair, pixie cut, pixie hair, short cut, crop cut, cropped hair, chin length, boyish hair, boyish cut, boycut, boy cut',
  'trait:long': 'long, lengthy, waist-long',
  'trait:short': 'short, shortish, cropped, shorter',
  'trait:medium': 'medium, mid, midlength',
  'hair_style=straight': 'straight hair, sleek hair, straight haired',
  'trait:straight': 'straight, straightened',
  'trait:wavy': 'wavy, curly, curled, wavey, curvy',
  'hair_style=wavy':
    'waves, curls, curl, ringlets, permed, perm, curly hair, wavy hair, curly locks, wavy locks',
  'hair_style=twintails':
    'twintails, twintail, twin tails, twin tail, twin tailed, twintailed, pigtails, pigtail, pig tails, pigtailed, bunches, two side up, low twintails, twin ponytails, two ponytails, double ponytail, short twintails, two tails, twin tales, twintales',
  'hair_style=ponytail':
    'ponytail, pony tail, ponytailed, high ponytail, low ponytail, side ponytail, ponytale, ponytails, one side up',
  'hair_style=straight & bangs=blunt': 'hime cut, himecut, princess cut, hime haircut',
  // Bangs
  'part:bangs': 'bangs, bang, fringe, banged, forelock, forelocks',
  'bangs=none':
    'forehead, exposed forehead, bare forehead, open forehead, slicked back, hair slicked back, slicked back hair, hair pulled back, hair swept back, bangless, fringeless, bangs pinned back',
  'bangs=blunt': 'blunt fringe, straight fringe, straight across bangs',
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
    'eyes, eye, eyed, irises, iris, pupils, pupil, eye color, eye colour, eyecolor, eyecolour, orbs, gaze, eys, eyez',
  'eyes=open': 'wide eyed, wide eyes, wide open eyes, eyes wide open, big open eyes',
  'eyes=half':
    'half lidded, half lidded eyes, half shut eyes, half closed eyes, half open eyes, half closed, half open, half shut, sleepy, drowsy, tired, heavy lidded, narrowed eyes, squinting, squint, jitome, bedroom eyes, hooded eyes, droopy eyelids, sleepy eyed',
  'eyes=closed': 'sleeping, asleep, eyes shut, shut eyes',
  'trait:open': 'open, opened, wide open, gaping',
  'trait:closed': 'closed, shut, closing',
  'trait:half': 'half, halfway, lidded, partly, half way',
  'trait:slit': 'narrowed, narrow',
  // Mouth and expression
  'part:mouth': 'mouth, mouthed',
  'mouth=open':
    'parted lips, open mouthed, :o, :0, agape, yelling, shouting, screaming, yawning, singing, lips parted, o_o, talking',
  'mouth=closed': 'closed mouthed, sealed lips, lips closed, closed lips, pursed lips',
  'expression=smile & mouth=open':
    ':d, xd, =d, ;d, laughing, laugh, laughs, laughter, open smile, big grin, cackling, beaming, open mouth smile',
  'expression=smile':
    'smile, smiling, smiley, smiles, smiled, :), (:, =), ^_^, ^^, ^-^, :-), :3, c:, grin, grinning, grins, happy, happily, cheerful, joyful, joyous, merry, glad, smirk, smirking, smug, delighted, cheery, happiness, chuckling, giggling, uwu, in a good mood, light smile, gentle smile, pleased, radiant smile, lighthearted, amused',
  'expression=sad':
    'sad, sadness, sadly, :(, :-(, crying, cry, cries, tears, tear, teary, teary eyed, tearful, sobbing, weeping, weep, melancholic, melancholy, gloomy, depressed, sorrowful, unhappy, frown, frowning, t_t, tt_tt, ;_;, qq, downcast, heartbroken, mournful, miserable, sorrow, upset, frowny, with tears, wistful, lonely',
  'expression=angry':
    'angry, anger, mad, furious, annoyed, >:(, angrily, glaring, glare, scowl, scowling, irritated, grumpy, enraged, cross face',
  'expression=neutral':
    'neutral, expressionless, emotionless, poker face, pokerface, deadpan, serious, stoic, blank expression, blank stare, calm, unsmiling, :|, -_-, ._., kuudere, bored, indifferent, straight face, aloof, composed, stern, neutral expression, no expression, without expression, unemotional',
  'part:expression': 'expression, face expression, facial expression, mood, emotion',
  // Blush
  'blush=yes':
    'blush, blushing, blushes, blushed, blushy, flushed, flush, rosy, rosy cheeks, full face blush, red faced, red in the face, :blush:',
  '?blush=yes': 'shy, shyly, bashful, embarrassed, flustered, timid, >_<, >.<, coy',
  'part:cheeks': 'cheeks, cheek, cheeked',
  'part:face': 'face, faced',
  // Ornaments
  'ornament=ribbon':
    'ribbon, hair ribbon, bow, hair bow, hairbow, bows, ribbon in hair, ribbon in her hair, bow in hair, bow in her hair, ribbon in the hair, ribboned, hairribbon, big bow',
  'ornament=flower':
    'flower, hair flower, flower in hair, flower in her hair, flower in the hair, rose in hair, rose in her hair, floral, flower crown, flower hair ornament, sunflower, a rose, roses, hibiscus, camellia, daisy, daisies, blossom, blossoms, tulip, lily, lilies, flower wreath, hairflower, red rose, white rose',
  'ornament=hairband': 'hairband, hair band, headband, head band, alice band, aliceband, hairbands',
  'ornament=hat':
    "hat, cap, beret, beanie, witch hat, straw hat, sun hat, sunhat, top hat, fedora, bonnet, baseball cap, headwear, bucket hat, peaked cap, santa hat, cowboy hat, hatted, wizard hat, witch's hat, helmet hat",
  'ornament=animal_ears':
    'animal ears, animal ear, cat ears, cat ear, kitty ears, kitten ears, fox ears, fox ear, dog ears, bunny ears, rabbit ears, wolf ears, mouse ears, bear ears, nekomimi, neko ears, kemonomimi, kemomimi, inumimi, usagimimi, catears, horse ears, tiger ears, furry ears, fluffy ears, puppy ears, neko, kitsune ears, fake animal ears, beast ears, bunnyears, foxears, bunny ears headband, cat ears headband, cat ear headband, animal ear headband, bunny ear headband, rabbit ears headband, fox ears headband',
  'ornament=animal_ears & look=feminine':
    'catgirl, cat girl, foxgirl, fox girl, bunny girl, bunnygirl, wolf girl, wolfgirl, dog girl, doggirl, kitsune girl, neko girl, nekogirl, kemonomimi girl, catgirls, rabbit girl',
  'ornament=animal_ears & look=masculine':
    'catboy, cat boy, foxboy, fox boy, wolf boy, dog boy, bunny boy',
  '?ornament=ribbon/flower/hairband':
    'hair ornament, hair accessory, hair ornaments, hair accessories',
  'glasses=yes':
    'glasses, spectacles, eyeglasses, eyewear, bespectacled, megane, reading glasses, round glasses, specs',
  'part:ornament': 'ornament, headgear, head accessory, accessory, accessories, head ornament',
  // Neck
  'neck=choker': 'choker, collar, neck band, neckband, collared, chocker',
  'neck=tie': 'tie, necktie, neck tie, bow tie, bowtie, neckties',
  'neck=scarf': 'scarf, muffler, scarves, scarfs, neckerchief, neck warmer',
  'neck=none':
    'bare neck, nothing around her neck, nothing around the neck, nothing on her neck, nothing on the neck',
  'part:neck': 'neck, neckwear, neck accessory, around her neck',
  // Outfit
  'outfit=shirt':
    'shirt, t shirt, tshirt, tee, blouse, dress shirt, collared shirt, polo shirt, button up, shirts, white shirt',
  'outfit=jacket':
    'jacket, blazer, coat, hoodie, suit, cardigan, parka, overcoat, trench coat, leather jacket, bomber jacket, letterman, denim jacket, tuxedo, hooded jacket, windbreaker',
  'outfit=bare_shoulders':
    'bare shoulders, bare shouldered, off shoulder, off the shoulder, off shoulders, strapless, sleeveless, tank top, camisole, tube top, halter top, exposed shoulders, naked shoulders, shoulders bare, bareshoulders, offshoulder, spaghetti strap, shoulderless, open shoulders, uncovered shoulders, cold shoulder, tanktop',
  '?outfit=bare_shoulders': 'swimsuit, bikini, swimwear, bathing suit',
  'outfit=dress/bare_shoulders':
    'off shoulder dress, off the shoulder dress, strapless dress, sleeveless dress, bare shoulder dress',
  'outfit=dress':
    'dress, gown, sundress, one piece dress, wedding dress, party dress, ball gown, ballgown, maid dress, evening dress, summer dress, dresses, lolita dress, gothic dress, frilly dress, frock',
  'part:wear':
    'skirt, shorts, pants, top, sleeves, jeans, socks, shoes, boots, gloves, stockings, thighhighs, clad, buttons, belt, apron, trousers, pantyhose, leggings, backpack, bag, headscarf',
  // Skin
  '?hair_color=white & skin=light': 'albino',
  'part:skin': 'skin, skinned, complexion, skin tone, skintone, skin color, skin colour',
  'skin=dark':
    'tanned, suntanned, ganguro, dark complexion, dark complexioned, sun kissed, sunkissed, bronzed, tanlines, gyaru tan',
  'skin=light': 'fair skinned, light skinned, fair complexion, porcelain, alabaster skin',
  '?skin=dark': 'dark elf',
  'trait:tan': 'tan',
  'trait:dark': 'dark, darker',
  'trait:light': 'light, lighter, lite',
  'trait:pale': 'pale, paler, pallid',
  'trait:fair': 'fair',
  'tone:light': 'pastel, soft, faint, powder, baby, faded, washed out, milky, dusty, muted, hazy',
  'tone:dark': 'deep, dusky, midnight',
  'tone:plain':
    'bright, vivid, neon, electric, hot, vibrant, brilliant, shiny, glowing, luminous, glossy, metallic, intense, pure, natural, royal, warm, cool, lustrous',
  // Look
  'look=feminine':
    'girl, girls, 1girl, female, woman, women, lady, feminine, schoolgirl, school girl, waifu, maiden, princess, queen, maid, witch, gal, girly, girlish, bishoujo, shoujo, onee san, sister, mother, mom, goddess, heroine, daughter, ladies, f, actress, grandma, granny, lass, bride, miko, shrine maiden, empress, 2girls, gyaru, gf, girlfriend, nurse, mermaid, priestess, duchess, countess, magical girl, idol girl, sorceress, girlie, chick, wife, tomboy, anime girl, female focus, loli',
  'look=masculine':
    'boy, boys, 1boy, male, man, men, guy, guys, masculine, bishounen, shounen, husbando, prince, king, gentleman, lad, brother, father, dad, dude, manly, boyish, schoolboy, butler, wizard, onii san, son, m, grandpa, bloke, emperor, monk, priest, duke, bf, boyfriend, handsome boy, husband, uncle, anime boy, male focus',
  'look=feminine/masculine':
    'androgynous, androgyne, genderless, gender neutral, nonbinary, non binary, unisex',
  'part:person':
    'person, character, student, child, kid, teenager, teen, youth, adult, portrait, someone, human, people, idol, knight, hero, warrior, singer, soldier, angel, demon, vampire, elf, fairy, mage, pirate, ninja, samurai, ghost, doll, tsundere, yandere, dandere, oc, protagonist, model, figure, streamer, vtuber, individual, teacher, twin, adventurer, detective, dancer, being, assassin, spirit, head, cutie, beauty, rival, villain, youngster, robot, android, cyborg, dragon girl, noble, royal person, avatar, icon, pfp',
  'part:other':
    'outfit, clothes, clothing, attire, costume, fashion, background, sky, sky background, cat, dog, rabbit, bunny, fox, bird, butterfly, umbrella, book, guitar, moon, ocean view, car, juice, tea, wine glass, house, room, wall, apple, tree, garden, street, city, food',
  // Understood, but outside the vocabulary
  'undrawable:eyes':
    'heterochromia, heterochromatic, odd eyes, mismatched eyes, odd eyed, eyes of different colors, eyes of different colours, different colored eyes, differently colored eyes, two different colored eyes',
  undrawable:
    'sunglasses, goggles, monocle, eyepatch, eye patch, mask, braid, braids, braided, twin braids, twin braid, french braid, side braid, single braid, plait, plaits, dreadlocks, dreads, ahoge, antenna hair, cowlick, wings, wing, horn, horns, halo, tail, tails, earring, earrings, necklace, pendant, jewelry, tiara, crown, hairpin, hair pin, hairclip, hair clip, hair clips, barrette, scrunchie, hair tie, hair bobbles, hair bun, hair buns, bun, buns, double bun, double buns, odango, drill hair, drills, twin drills, drill, mohawk, afro, bald, undercut, headphones, earphones, veil, hood, hooded, elf ears, pointy ears, pointed ears, long ears, elven ears, freckles, freckled, mole, beauty mark, scar, scars, tattoo, tattoos, beard, bearded, mustache, moustache, stubble, facial hair, lipstick, makeup, make up, eyeshadow, eyeliner, mascara, fang, fangs, tongue, tongue out, teeth, cat tail, kimono, yukata, hanfu, armor, armour, sailor uniform, sailor suit, sailor collar, sailor, serafuku, school uniform, uniform, sweater, turtleneck, turtle neck, cape, cloak, robe, vest, maid outfit, maid headdress, headdress, rainbow hair, rainbow, streaked hair, streak, streaks, highlights, highlight, colored inner hair, inner color, colored tips, tips, ends, roots, wink, winking, ;), one eye closed, surprised, shocked, astonished, scared, afraid, frightened, terrified, pout, pouting, disgusted, confused, evil, crazy, crazed, ahegao, heart eyes, heart shaped pupils, star eyes, slit pupils, tsurime, tareme, cross eyed, eyelashes, lashes, eyelash, eyebrows, eyebrow, brows, lips, lip, nose, choker necklace, cheongsam, chinese dress, bandana, bandage, bandages, hairnet, piercing, ear piercing, nose ring, old, elderly, wrinkles, muscular, breasts, topknot, top knot, half up, half updo, updo, hair up, dango, hair down, bandaid, cigarette, sword, gun, weapon, katana, petals, sakura petals, gradient eyes, tattooed, neck ribbon, bell, whiskers, mech, wheelchair, veiled, hijab, shawl, headset, sidelocks, hair intakes, hair rings, cherry blossoms, cherry blossom, tusks, antlers, horned, winged, multicolored hair, multicoloured hair, multi colored hair, multicolor hair',
  // Style of drawing
  'era=classic':
    'retro, retro anime, retro style, vintage, vintage anime, 90s, 1990s, 90s anime, 80s anime, 2000s, 2000s anime, early 2000s, old school, old school anime, oldschool, classic anime, classic style, nostalgic',
  'era=modern': 'modern, modern anime, modern style, contemporary, recent anime',
  // Grammar
  not: "no, not, without, w/o, minus, lacking, lacks, lack, never, non, sans, isn't, isnt, aren't, arent, doesn't, doesnt, don't, dont, hasn't, hasnt, didn't, wasn't, weren't, neither, free of, devoid of, can't, cannot, won't, anything but, instead of, rather than, exclude, excluding, except, remove, avoid, ain't, haven't, w o",
  'not:after': 'none, free, off, false, absent, n/a, removed, nope, less',
  is: 'is, are, was, were, be, being, :, =, ->, both, like, as, equals, colored like, are both, looks, that is, that are, which is, which are, becomes, should be, must be, dyed, coloured, colored, color, colour',
  and: 'and, &, +, n, plus, mixed with, mixed, ombre, fading to, fading into, blending into, fades to, to, into',
  or: 'or, nor, /, either',
  gradient:
    'multicolored, multicolor, multi colored, two tone, two toned, dual colored, split color, split dye, bicolor, gradient, ombré, ombre hair, blend, mix',
  with: 'with, w/, has, have, having, in, that has, who has, but also, w, got, while, holding, who, along, from, on, whose, then, also, featuring, sporting, paired',
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
    "a, an, the, of, please, pls, plz, draw, me, my, her, his, their, its, she, he, they, it, i, you, him, them, want, wants, give, make, create, generate, show, would, could, can, like to, i want, i would like, i'd like, can you, could you, want to see, some, very, really, so, super, extremely, quite, too, more, much, most, one, two, three, single, 1, by, for, at, this, that, these, those, there, here, just, only, kawaii, cute, adorable, pretty, beautiful, lovely, gorgeous, handsome, sweet, charming, elegant, nice, good, great, fluffy, silky, smooth, flowing, sparkling, sparkly, sparkle, piercing, big, large, huge, small, little, tiny, round, wide, thick, thin, fine, full, fancy, frilly, striped, plaid, dotted, lace, floral print, young, teenage, tall, slender, slim, cool looking, anime, manga, style, styled, type, looking, look, looks like, masterpiece, best quality, high quality, highres, high res, absurdres, quality, detailed, highly detailed, ultra detailed, 4k, 8k, hd, solo, upper body, close up, closeup, looking at viewer, viewer, simple background, white background, white bg, black background, transparent background, grey background, gray background, artwork, art, illustration, drawing, picture, image, photo, pic, portrait of, colors, colours, tone, toned, shade, shades, shaded, tinted, hue, hued, accent, side of, down, up, out, around, over, under, tied, tied up, tied with, worn, put, putting, let, loose, falling, hanging, framing, cut, kept, left, right, yes, true, ok, okay, on top, top of, hi, hello, hey, thanks, thank you, thank, yo, lol, xoxo, tsun, waist, shoulder, shoulders, chest, back, front, middle, center, between, from behind, cowboy shot, headshot, bust, profile, face shot, dreamy, soft looking, innocent, gentle, kind, mysterious, energetic, lively, playful, elegant looking, medium shot, mouth shape, feel, feeling, vibe, vibes, aesthetic, themed, theme, kept in, set, pair, pair of, at the viewer, maybe, possibly, probably, perhaps, preferably, ideally, must, should, need, i need, love, i love, if possible, visible, showing, shown, wearing nothing else, new, own, bit, lot, lots, lots of, always, all, everything, other, also with, stunning, attractive, charismatic, fantasy, moe, fresh, delicate, royal looking, cold, warm looking, expressive, dazzling, half body, full body, standing, sitting, pose, posing, light novel, game, rpg, style of, aged, years, year, age, mature, longer, anymore, any more, at all, whatsoever, kinds, wait, actually, today, now, haired person, standing out, ears, ear, attached, together, each, same, different, wet, spiky, parts, part, lighting, render, cg, 2d, 3d, cel shaded, hands, hand, body, arm, arms, sharp, fades from, fading from, fade from, that fades from, goth, furiously, madly, shining, bed, focus",
  idiom:
    'once in a blue moon, blue moon, out of the blue, feeling blue, blue monday, green thumb, white lie, black sheep, red herring, silver lining, golden rule, green with envy, tickled pink, red tape, red flag, in the red, in the black, grey area, gray area, black market, white noise, black hole, purple prose, golden hour, orange juice, ginger ale, ginger tea, green tea, black tea, red wine, white wine, black coffee, rose wine, white house, red cross, blue whale, black friday, golden retriever, yellow pages, red carpet, pink panther, black magic, silver screen, gold medal, green light, red light, black belt, white collar, blue collar, pink slip, brown bread, brown sugar, brown rice, olive oil, peach tea, lemon tea, mint tea, orange tree, rose garden, violet evergarden, red riding hood, little red riding hood, black widow, green lantern, ruby rose, scarlet witch, black clover, blue archive, blue lock, purple haze, red bull, red velvet, blue jay, blue jeans, long story, in short, long time, long ago, as long as, so long, before long, short story, in the dark, light bulb, first light, daylight, dark souls, light novel, no idea, no one, nobody, no problem, no matter, no way, no longer want, green card, black lagoon, pink floyd, red hot chili peppers, coldplay, white day, black mirror, amber alert, rose gold ring, blue ribbon award, hat trick, open mind, open source, closed source, open sesame, tie dye, bow wow, short circuit, black and white photo, in black and white, orange is the new black',
};
