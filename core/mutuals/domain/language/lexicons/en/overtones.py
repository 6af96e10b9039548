"""English: word classes of what means more, less or the reverse of what it says. Notation: `phrase_matcher.py`.

Which of the phrases mean what together is decided in `overtones.py`.
"""

from mutuals.domain.language.lexicons.en.irony import IRONY
from mutuals.domain.language.lexicons.en.joy import JOY
from mutuals.domain.language.lexicons.en.mildness import MILDNESS

__all__ = ["OVERTONES", "OVERTONE_CLASSES"]

OVERTONE_CLASSES = {
    "credit": """
        thanks, thank, thankyou, thx, thnx, thanx, tysm, cheers, kudos, props, congrats, congratulations,
        gratz, bravo, shoutout, shoutouts, hats, applause, grateful, appreciate, appreciated
    """,
    "super": """
        super, brilliant, great, lovely, fantastic, wonderful, perfect, excellent, awesome, amazing, fab,
        fabulous, superb, terrific, marvellous, marvelous, splendid, stellar, charming, delightful,
        magic, ace, impressive, outstanding, magnificent, exceptional, sensational, stunning, incredible,
        glorious, spectacular, classy, exemplary, flawless, sterling, genius, inspired, fun, joy, nice,
        cracking, bravo, congrats, congratulations, yay, hooray, woohoo, stupendous, phenomenal,
        remarkable, superlative, unbeatable, cosy, comforting, reassuring, convenient, efficient,
        helpful, professional, considerate, thoughtful, kind, slick, smooth, top
    """,
    "effort": """
        job, work, effort, stuff, one, service, start, timing, news, show, performance, play, touch,
        move, experience, customer, result, response, communication, idea, style, planning, skills,
        support, organisation, organization, teamwork, welcome, surprise
    """,
    "hurting": """
        ruining, wasting, breaking, cancelling, canceling, delaying, ignoring, messing, screwing, lying,
        forgetting, overcharging, stranding, abandoning, wiping, bricking, destroying, wrecking,
        stealing, deleting, binning, spamming, misplacing, mislaying, bumping, freezing, failing,
        crashing, flooding, soaking, scratching, denting, trashing, botching, losing, ghosting, fobbing,
        hiking, rejecting, refusing, denying, mishandling, mangling, smashing, crushing, spoiling,
        sabotaging, butchering, humiliating, embarrassing, evicting, downgrading, overbooking,
        overselling, spilling, tearing, ripping, underpaying, neglecting, disconnecting, blocking,
        banning, kicking, dumping, shrinking, staining, melting, squashing, burying, muting, gutting,
        fading, nicking, pinching, hijacking, ditching, dodging, stonewalling, misleading, scamming,
        robbing, fleecing, jinxing, derailing, grounding
    """,
    "mending": """
        fixing, sorting, solving, replacing, mending, repairing, helping, letting, telling, warning,
        responding, replying, answering, returning, rescuing, saving, listening, offering, resolving,
        handling, dealing, finding, explaining, informing, updating, refunding, reimbursing,
        compensating, apologising, apologizing, acknowledging, addressing, restoring, waiving, swapping,
        exchanging, reaching, clearing, spotting, chasing, preventing, avoiding, honouring, honoring,
        investigating, recovering, reuniting, understanding, rushing, calming, checking, speeding
    """,
    "adored": """
        legend/s, hero/es, beauty, beauties, star/s, gem/s, angel/s, doll/s, darling/s, wizard/s,
        magician/s, genius, geniuses, superstar/s, champion/s, champ/s, icon/s, queen/s, king/s,
        goddess/es, treasure/s, saint/s, lifesaver/s, wizardry, magic, sorcery, witchcraft, bliss,
        perfection, heaven, poetry, joy, gold, euphoria, ecstasy, belter/s, corker/s, banger/s,
        stunner/s, blinder/s, masterpiece/s, triumph/s, dream/s, delight/s, pleasure/s, sweethearts,
        sweetheart, cuties, babes, kings, unicorn/s, superhero/es, miracle, miracles, goat, goats,
        diamond/s, rockstar/s, whiz, marvel/s, joyride, brilliance
    """,
    "doing": """
        eating, drinking, playing, watching, listening, wearing, smiling, grinning, laughing, dancing,
        singing, staring, reading, humming, thinking, baking, using, looking, buying, talking, crying,
        screaming, giggling, sniffing, stroking, touching, munching, snacking, scrolling, rewatching,
        replaying, admiring, cooing, squealing
    """,
    "hurt": """
        ruin, lose, waste, break, cancel, delay, ignore, mess, screw, lie, forget, overcharge, strand,
        abandon, wipe, brick, destroy, wreck, steal, delete, bin, spam, misplace, bump, freeze, crash,
        flood, soak, scratch, dent, trash, botch, ghost, reject, refuse, deny, smash, crush, spoil,
        humiliate, evict, downgrade, overbook, spill, tear, rip, neglect, disconnect, block, ban, charge,
        kick, throw, dump, hide, kill, burn, double, hike, lock, hang, cut, close, shut, ruined, wrecked,
        stole, deleted, wiped, bumped, soaked, trashed, botched, ghosted, rejected, humiliated
    """,
    "mend": """
        fix, sort, solve, replace, mend, repair, help, let, tell, warn, reply, respond, answer, return,
        rescue, save, listen, offer, resolve, find, explain, update, refund, reimburse, waive, swap,
        stay, try, reach, bring, clear, catch, give, walk, carry, send, check, wait, upgrade, move, join
    """,
    "wouldnt": """
        wouldn't, can't, cannot, couldn't, won't, don't, didn't, wouldnt, cant, hardly
    """,
    "repairing": """
        fixing, sorting, solving, replacing, mending, repairing, resolving, returning, finding,
        refunding, reimbursing, rescuing, saving, restoring, waiving, exchanging, recovering, reuniting,
        compensating, unlocking, unblocking, reinstating, rebooking, rerouting, rearranging, correcting,
        mended, helping, honouring, honoring, sorted
    """,
    "superlative": """
        best, cutest, softest, tastiest, prettiest, coolest, funniest, nicest, loveliest, sweetest,
        finest, happiest, comfiest, cosiest, smoothest, fastest, quickest, kindest, friendliest,
        greatest, freshest, warmest, brightest, cleverest, yummiest, juiciest, crispiest, fluffiest,
        dreamiest, silliest, wildest, easiest, cleanest, smartest
    """,
    "state": """
        cold, late, down, empty, closed, wrong, soggy, stale, dead, slow, off, out, missing, cancelled,
        canceled, delayed, full, burnt, raw, gone, stuck, shut, offline, flat, dry, dark, broken, dirty,
        lost, wet, melted, tepid, lukewarm
    """,
    "soften": """
        bit, little, tad, touch, slightly, somewhat, rather, mildly, smidge, shade, smidgen, fraction,
        wee, trifle
    """,
    "mildly_bad": """
        disappointing, disappointed, disappointment, poor, slow, cold, rubbish, pricey, steep, cheeky,
        rich, off, odd, annoying, annoyed, underwhelming, underwhelmed, letdown, faff, peeved, miffed,
        late, dry, bland, stale, dated, grubby, salty, soggy, rude, unhelpful, harsh, shabby, wanting,
        ropey, naff, tight, thin, stingy, mean, confusing, confused, frustrating, frustrated, worn,
        bemused, puzzled, perplexed, concerned, unimpressed, lacking, patchy, flimsy, greasy, tepid,
        lukewarm, clunky, sluggish, laggy, noisy, dirty, dusty, musty, damp, iffy, dodgy, grim, dire,
        dull, flat, tough, overcooked, undercooked, overpriced, expensive, optimistic, misleading, weak,
        watery, chewy, burnt, smelly, whiffy, irritating, irritated, tiresome, tedious, vague, careless,
        sloppy, rushed, brusque, curt, abrupt, dismissive, unfortunate, galling, basic, inconvenient,
        awkward, sparse, meagre, mediocre, pathetic, unreasonable, excessive, unfair, embarrassing,
        awful, crap, pants, shocked, ripped, deflated, cramped, wobbly, wonky, modest, brief, limited,
        leisurely, compact, spartan, minimal, unpolished, temperamental, eccentric, patronising, unloved,
        neglected, uneven, unkempt, overzealous, light, lacklustre, undersized, oversold, overdone,
        underdone
    """,
    "setback": """
        letdown, let, shame, mess, wait, joke, pain, nightmare, farce, shambles, disappointment, con,
        rip, ripoff, faff, hassle, liberty, cheek, slog, ordeal, squeeze, stretch, gamble, lottery,
        chore, mission, palaver, swizz, bummer, downer, delay, trek, muddle, struggle, bodge, headache,
        comedown, damp, walk, battle, flop
    """,
    "glad_of": """
        thrilled, impressed, happy, ideal, great, smooth, smoothest, convinced, keen, fan, fast, bargain,
        overwhelmed, delighted, pleased, best, finest, brilliant, helpful, amused, chuffed, ecstatic,
        overjoyed, enamoured, enthused, bothered, reliable, stellar, fresh, friendly, friendliest, cheap,
        welcoming, clean, cleanest, quick, quickest, inspired, inspiring, satisfied, satisfactory,
        perfect, professional, encouraging, comfortable, clear, sparkling, exciting, excited, wowed,
        charmed, sold, smartest, brightest, greatest, warmest, warm, attentive, speedy, seamless,
        straightforward, intuitive, polite, good, enthusiastic, blown, bowled, taken, loving, comfy,
        pleasant, nicest, easiest, easy, simple, cosy, edible, premium, luxurious, luxury, five,
        favourite, favorite, appetising, appetizing, tasty, tastiest, rapid, efficient, elegant,
        wonderful, forthcoming, rolling, fond, eager, sympathetic, inviting, generous, hygienic, modern,
        spacious, responsive, organised, organized, accurate, nutritious, filling, talkative, memorable
    """,
    "better": """
        better, faster, quicker, warmer, friendlier, cleaner, clearer, nicer, fresher, smoother, kinder,
        tastier, hotter, crisper, sturdier, livelier, improved, quieter, smarter, brighter, easier,
        simpler, cheerier
    """,
    "wreck": """
        dead, deceased, dying, weak, crying, sobbing, screaming, shaking, weeping, bawling, fainting,
        floored, melting, obsessed, speechless, feral, unwell, levitating, gagged, ruined, wrecked,
        destroyed, yelling, howling, cackling, squealing, swooning, hyperventilating, shook, shooketh,
        trembling, drooling, salivating, ascending, ascended, combusting, exploding, unconscious,
        crumbling, collapsing, wailing, blubbing, blubbering, deaded, reeling, buzzing, giddy, addicted,
        smitten, starstruck, slain
    """,
    "so_good": """
        good, cute, pretty, tasty, delicious, beautiful, amazing, perfect, gorgeous, lovely, stunning,
        addictive, fun, funny, brilliant, great, nice, soft, comfy, adorable, clever, incredible, cool,
        smart, sweet, fresh, sick, talented, moreish, cosy, cozy, catchy, satisfying, kind, thoughtful,
        wholesome, refreshing, tender, juicy, creamy, fluffy, smooth, crisp, handsome, fit, happy,
        excited, iconic, fire, yummy, scrumptious, dreamy, magical, precious, hilarious, accurate,
        unreal, buttery, crispy, chewy, gooey
    """,
    "wildly": """
        insanely, stupidly, ridiculously, dangerously, criminally, disgustingly, obscenely, offensively,
        unfairly, illegally, sinfully, absurdly, insane, ridiculous, stupid, sick, unreal, filthy,
        wicked, dirty, mad, crazy, silly, outrageously, indecently, painfully, scarily, freakishly,
        annoyingly, worryingly, alarmingly, savagely, shockingly, unnecessarily, wild, nuts, bonkers,
        obscene, devilishly, frighteningly, unbelievably, violently
    """,
}

# What says enough in a few words to an account: money wanted back, and a state that is never wanted.
CURT = {
    "curt": """
        refund/s, money back, my money, compensation, chargeback, {state} again, again {state},
        still {state}, {state} as usual|always|ever, liars, thieves, scammers, overcharged, overpriced,
        unacceptable, meh, so so
    """,
}

OVERTONES = IRONY | MILDNESS | JOY | CURT
