"""English word classes of leaving: who goes, from what, to whom, and how firmly. See `grammar.py`."""

SLOTS = {
    "stay_ours": """
        never leaving, never leave you, glad i switched, glad i moved, glad i joined, so happy i,
        best thing i did, best move, best decision, best move ever, switched to you, moved to you,
        came over from, came over to you, switch to you, switching to you, move to you, moving to you,
        joining you, just joined, came back, come back to you, back to you, straight back, loving it,
        so far so good, brilliant so far, prise me away, stuck with me, wouldn't swap you, anyone else love,
        love it here, can't imagine, renewed for, just renewed, dumped my old, my old supplier, my old bank,
        my old provider, from my current, signed up!, sign me up, moving house, moved house, moving home,
        moved home, new address, trial, be lost without, thinking of joining, considering your,
        looking for a new, see you next, see you tomorrow, see you soon, until next time, will be back,
        we'll be back, i'll be back, go anywhere else for, anything but your, anything else now,
        going back to my old, quit my job, quitting his job, quit smoking, quitting smoking, quit the app and,
        leaving do, leaving work, leaving home, leaving the hotel, leaving tomorrow, leaving for, leaving at,
        leaving now, leaving school, leave a review, leaving a review, leaving my review, leave a group,
        leave a tip, leave it with, left it with, left my, left our, left the parcel, leave it in,
        maternity leave, paternity leave, annual leave, cancellation policy, free cancellation,
        cancellation insurance, joint card, wrong size, wrong colour, wrong color, by mistake, by accident,
        update my address, to the new address, take my contract, cancel culture, noise cancelling,
        noise canceling, happy with the switch, switch went, switching to your, switch to your,
        switched to your, switch to paper, switching to paper, switch to paperless, switching to paperless,
        switched to paperless, switch to dark, switching to dark, switch to the, switching to the bigger,
        changing to the bigger, switch to monthly, switch to annual, savings pot, saved payee,
        one direct debit, got my refund, ordered another, bought another, life saver, from spreadsheets,
        to you overnight, thing off, gift aid, to my son
    """,
    "quit_verb": """
        cancel, cancelling, canceling, cancelled, canceled, cancellation, terminate, terminating, terminated,
        close, closing, closed, delete, deleting, deleted, end, ending, ended, quit, quitting, unsubscribe,
        unsubscribing, unsubscribed, uninstall, uninstalling, uninstalled, stop, stopping, stopped, pause,
        paused, bin, binned, binning, scrap, scrapping, ditch, ditching, ditched, drop, dropping, dropped,
        dump, dumping, dumped, remove, removing, removed, deactivate, deactivating, surrender, surrendering,
        return, returning, lapse, lapsing, lapses, pull, pulling, pulled, withdraw, withdrawing, shut,
        shutting, cut, cutting, leave, leaving, left, axe, axing, kill, killing, handed, handing, wipe, erase,
        block, blocked, shred, shredded, ripping, ripped, sold, selling, downgraded, take me off,
        taken me off, rid of, send back, sending back, hand back, chuck, chucked, chucking, not continue,
        discontinue, revoke, resign, resigned, opt out, opting out
    """,
    "tie": """
        account/s, contract/s, subscription/s, sub, membership/s, plan, direct debit/s, dd, standing order/s,
        service, profile, season ticket, season pass, loyalty card, loyalty scheme, gold card, package,
        donation, monthly donation, sim, connection, renewal, meal boxes, box, boxes, insurance, gym,
        broadband, router, modem, card, credit card, points, mortgage, isa, savings, shares, listing,
        properties, licence, license, seats, business, custom, order from you, prescriptions, everything,
        the lot, alerts, sports package, channels, cameras, thermostat, bundle, trial, tariff, books,
        registration, practice, membership card, delivery pass, premium, loyalty, pass, passes, monitoring,
        gift, monthly gift, breakdown cover, licences, licenses, tv package, landline, alarm, platform
    """,
    "my": "my, our, the, this, your, all, both, me",
    "self": """
        i, i'm, im, i'll, ill, i've, ive, we, we're, we'll, we've, my, our, us, me, i'd, we'd, family,
        household, whole family, wife, husband, kids, company, team, office, guild, business
    """,
    "go_verb": """
        switch, switching, switched, move, moving, moved, go, going, gone, went, transfer, transferring,
        transferred, port, porting, ported, swap, swapping, swapped, change, changing, changed, shift,
        shifting, shifted, take, taking, took, migrate, migrating, migrated, migration, jump, jumping, jumped,
        defect, defecting, off, headed, heading, head, try, trying, find, finding, found, look, looking, buy,
        bought, buying, book, booked, booking, order, ordered, ordering, shop, shopping, signed, sign,
        signing, opened, opening, registered, registering, remortgaging, traded, quote, quotes, spend,
        spending, rather, drive, listing, getting, got, use, using, over, put, on its way
    """,
    "elsewhere": """
        elsewhere, somewhere else, anywhere else, anyone else, someone else, somebody else, other provider/s,
        other network/s, other bank, another bank, another network, another provider, another supplier,
        another company, another airline, another brand, another shop, another gym, another tool, another app,
        another firm, another operator, another dentist, another vet, another garage, another courier,
        another practice, another nursery, another store, a different, different brand, different company,
        different provider, new supplier, new provider, new network, new bank, new dentist, new gym,
        new phone company, new broadband, other lot, other mob, other crowd, other place, other team,
        other operator, competitor/s, competition, rival/s, rivals, next door, down the road, over the road,
        across the road, round the corner, opposite, credit union, building society, the train instead,
        own brand, old network, old one, my old, cash, someone who, the green one, the others, another,
        alternative/s, replacement, hospice, a new one, the bus, a car, bike, cycle, walk, swim, walking,
        driving, new router, anyone but you, somebody else next time, someone else next time, a rival's,
        old brand, pen and paper, another music app, another cloud, new hairdresser, new pharmacy,
        other pharmacy, a shop that, a company that, a bank that, a network that, to work because,
        half the price, for free elsewhere, a different cloud, looking to move
    """,
    "alternative": """
        alternative to, alternatives to, decent alternative, any alternative, good alternative,
        best alternative, replacement for, decent replacement, instead of, similar to, who do you all use,
        what are people using, what do people use, suggestions for a better, recommend a better,
        recommend me an, recommend another, suggestions for a different, can anyone recommend a,
        for another provider, another provider i've, looking to move, ready to jump
    """,
    "never": """
        never, not, no, won't, wont, wouldn't, will not, shan't, don't, do not, nobody, none of us, no more,
        refuse, nor, not another, stopped, never ever, ain't
    """,
    "buy_verb": """
        buy, buying, fly, flying, shop, shopping, use, using, order, ordering, stay, staying, book, booking,
        spend, spending, return, returning, come back, coming back, go back, going back, back, renew,
        renewing, setting foot, set foot, eat, eating, travel, travelling, deal, dealing, drive, trust, give,
        get, purchase, purchasing, visit, visiting, rent, renting, hearing from me, see me, seeing me,
        catch me, bother, come, coming, insure, bank, donate, pay, paying, recommend
    """,
    "again": """
        again, any more, anymore, ever, with you, from you, your shop/s, another penny, another cent,
        another bean, another rupee, another euro, penny, cent, single euro, single penny, in future,
        next year, of yours, your stuff, on you, at yours, by you, your trains, your planes, next time,
        of my money, until you, yours again, with this, from this, in your, to you, back
    """,
    "last_time": """
        last time i, last time we, last time you, last order, last stay, last delivery, last flight,
        last coffee, last bill, last month as, last visit, last trip, last purchase, final order,
        final flight, final bill, final straw, last straw, final nail, last one from, last penny,
        first and last, first and only, was the last, the last of it, one was the last, it ends here,
        ends here, how it ends, end of a, end of an era, final time, be my last, be our last, is my last,
        was my last, was our last, last you'll
    """,
    "done": """
        i'm done, im done, we're done, were done, so done, done with you, done with this, done giving,
        done since, finished with, finished with you, had enough, enough is enough, had it with,
        had it up to here, i've had it, i'm out, im out, i'm off, im off, we're off, i'm gone, im gone,
        gone fr, i quit, that's it, that does it, that's that, that's me, thats me, good riddance,
        see you never, hasta la vista, over between us, it's over, not anymore, not any more, mind is made up,
        made my mind up, made up my mind, done deal, walked, i walk, we walk, out of here, parted ways,
        part ways, part company, parting ways, time to move on, time to go, jump ship, jumping ship,
        abandoning ship, voting with our feet, vote with my feet, i want out, want out, let me go,
        let me leave, over it, thanks for nothing, cheers for nothing, pushed us, pushed me, straw that broke,
        in the bin, in the skip, in the shredder, into the bin, up in pieces, unbothered, i'm leaving,
        im leaving, we're leaving, are leaving, i am leaving, will leave, leave you, leaving you,
        should've left, should have left, left yonks ago, thinking of leaving, considering leaving,
        leave today, leaving when, no longer your customer, no longer a customer, ex customer,
        former customer, proud ex, past customer, your loss, why people leave, never see us again,
        never see me again, won't see me again, won't see us again, one customer down, good luck keeping,
        won't be staying, not staying, will cancel, i'll cancel, or i leave, i will leave, we will leave,
        leaving this, leaving your, giving up my, off my phone, closed it all, closed the lot, no faith left,
        handed in, taken over my, minimum term
    """,
    "lose": """
        lost a customer, lost another customer, lost a loyal, losing a customer, losing a loyal,
        loyal customer, lost my business, lost our business, lost my custom, lost our custom, lost my trade,
        lost us, lost me, lose me, lose us, losing me, losing us, lose this account, lose my business,
        losing my business, lose my custom, long standing customer, one less customer, customer less,
        less subscriber, minus one customer, getting my money, getting our money, my money back to,
        deserve my custom, deserve my business, my custom gone, my business elsewhere, not getting my,
        no more business, taking my money, taking my business, take my business, take my custom,
        take our business, taking our business, my money elsewhere, money elsewhere, stay with you,
        reason to stay, why i stay, why i'm still, still with you, why would i stay, keep me here,
        convince me, customer for life, lost a member, get my business, getting my business, one customer,
        remind me why
    """,
    "way_out": """
        pac, pac code, pac please, my pac, exit fee/s, early exit, early termination, termination fee,
        notice period, cooling off, cancellation link, cancel button, porting code, mac code, switching code,
        moving code, out of this contract, out of my contract, out of the contract, leave early,
        break the contract, leave my contract, way out, final bill, given notice, gave notice, my notice,
        our notice, notice to leave, handed in my notice, delete my data, delete my details, close my account,
        shut my account, account shut, not renew, not renewing, won't renew, wont be renewing,
        won't be renewing, not be renewing, do not renew, auto renew, let it lapse, lapse on purpose,
        off your books, off your list, switch completes, change of provider, quotes from, comparing providers,
        compare providers, shopping around, boycott, boycotting, contract's up, contracts up, contract is up,
        contract ends, when the contract, when my contract, until my contract, term is up, counting the days,
        fix ends, fix is over, without paying the rest, account closed, account is closed,
        account to be closed, stop my policy from, auto renewing, form to close, port my number, number out,
        switch my account, membership ended, early termination charge
    """,
    "strong_quit": """
        unsubscribed, unsubscribing, uninstalled, uninstalling, deleted the app, deleted your app,
        deleted my account, deleting my account, deleting my profile, removed the app, deleting your app,
        cancelled everything, cancel everything, cut my card, cancelling my, canceling my, unfollowed
    """,
    "going_soon": """
        if, unless, or i, or we, or else, before i, by friday, by monday, this week, one more,
        another price rise, keep this up, tempted, considering, thinking, seriously, contemplating, verge of,
        debating, about to, ready to, starting to look, looking at, might, may, may well,
        can't see any reason, why would i, looks like it's time, it's time, time to
    """,
    "loyalty_past": """
        years, yrs, decades, decade, since, loyal, customer for, customer since, subscriber, member, fan for,
        used to, regular, long standing, every week, every year, every friday, every summer, used to be,
        half my life, my whole life, my father
    """,
    "thing_only": """
        order, item, items, basket, appointment, meeting, flight, train, trip, booking, class, parcel,
        duplicate, payment, transaction, noise, pop up, tab, ticket, event, show, episode, lunch, reservation,
        table, invite, game crashed, restart, update, photo, song, playlist, chat
    """,
    "bye": """
        goodbye, good bye, bye, byee, adios, cya, seeya, see ya, ta ra, ta ta, so long, farewell, au revoir,
        sayonara, good riddance, see you never, bye bye, cheerio, tata, ciao, toodles, hasta la vista, deuces,
        peace out
    """,
    "switch_to": """
        switching to, switched to, i'll switch to, will switch to, swapping to, swapped to, moving over to,
        moved over to, changing to, defecting to, jumping to, migrating to, migrated to
    """,
}
