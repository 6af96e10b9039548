"""English concepts, each a class of words, and short forms written out. `evidence.py` explains the notation."""

CONCEPTS = {
    "audience": """
        anyone anybody everyone everybody folk+ people ppl peeps guys lads ladies girls y'all yall gang fam
        pals mates parent+ mum+ mom+ dads runner+ student+ bride+ camper+ traveller+ traveler+ driver+
        gamer+ teacher+ nurse+ vegan+ coeliac+ celiac+ commuter+ owner+ lover+ fan+ nerd+ skeptic+ sceptic+
        newbie+ beginner+ tourist+ visitor+ expat+ landlord+ tenant+ homeowner+ pensioner+ londoner+
        australian+ aussie+ mother+ father+ grandparent+ freelancer+ tradesmen tradies tradie+ internet
        world class twitter timeline hubby+ shopper+ foodie+ cyclist+ hiker+ knitter+ musician+
        photographer+ baker+ gardener+ skier+ dieter+ newlyweds y'alls youse ye
    """,
    "kin": """
        mum mom mam mother dad father papa mama parents sister+ brother+ bro sis aunt+ auntie+ uncle+
        cousin+ niece+ nephew+ nan nana nanna gran granny grandma grandad granddad grandpa grandmother
        grandfather grandparents husband hubby wife missus partner girlfriend boyfriend gf bf fiance fiancee
        son+ daughter+ kid+ child children family inlaws spouse stepson granddaughter grandson godson mum's
        dad's sister's nan's
    """,
    "friend": """
        friend+ mate+ pal+ bestie+ buddy buddies neighbour+ neighbor+ colleague+ coworker+ workmate+
        flatmate+ roommate+ boss client+ classmate+ girlfriends team office choir club class street road
        village ward building gang crew squad band group+ pta committee board company cohort staffroom
        church congregation terrace circle bunch whatsapp
    """,
    "tell": """
        tell~ told say~ said mention~ shout~ rave~ brag~ preach~ boast~ gush~ bore~ bang~ talk~ spread~
        share~ post~ sing~ point~ direct~ pass~ send~ sent name~ plug~ big~ promote~ champion~ shill~
        evangelise~ evangelize~ persuade~ convince~ convert~ drag~ nudge~ pitch~ show~ shown suggest~
        introduce~ nag~ badger~ bully~ urge~ lecture~ insist~ whisper~
    """,
    "recommend": """
        recommend~ recommended recommending recommendation+ reccomend recomend reccommend recommendable rec
        recc refer~ referred referring referral+ endorse~ vouch~ swear~ advocate~ ambassador evangelist
        testimonial nominate~ nominated
    """,
    "dissuade": """
        avoid~ avoided avoiding beware warn~ warning warned don't dont never steer~ bargepole plague shun~
        boycott~ boycotting boycotted run swerve skip~ miss away clear regret~ ripoff scam+ scammer+ cowboy+
        crook+ con fraudster+ liars thieves robbers rogue+ trap
    """,
    "defend": """
        defend~ defence defense fair fairness unfair undeserved stick slate~ slating slagging slag bash~
        bashing moan~ moaning whinge~ whingers pile~ piling hate haters hater abuse criticism critics knock~
        blame~ blaming fault deserve~ credit patience patient kind humans human medal+ flak grief hysteria
        overreacting chill calm unlucky disagree contrary nonsense rubbish outrage understandable reasonable
    """,
    "praiseword": """
        best brilliant amazing excellent fantastic superb wonderful lovely great perfect awesome ace top
        unreal unbeatable faultless flawless outstanding magic magical stunning delicious tasty gorgeous
        friendly helpful honest reliable kind polite professional genuine gem gems godsend lifesaver legend+
        hero+ angel+ star+ treasure class quality spotless bargain worth love~ loved loving adore~ adored
        obsessed impressed chuffed delighted happy pleased thrilled grateful trust trusted fab good nice
        solid decent legit goat slaps fire incredible phenomenal exceptional underrated unmatched superior
        humble bliss heaven divine
    """,
    "blameword": """
        awful terrible horrible dreadful appalling disgusting shocking rubbish useless pathetic shambles
        shambolic disgrace disgraceful joke worst crap shite shit garbage trash poor rude ignorant
        incompetent unacceptable ridiculous disappointing disappointed fuming furious livid angry raging
        annoyed fed sick tired ashamed shame lies liar lied lying broken ruined ignored overpriced filthy
        dirty mouldy stale rotten greedy hopeless atrocious abysmal woeful dire horrendous diabolical
        clueless insulting nightmare hell cheated robbed ripped
    """,
    "tryverb": """
        try tried go goes get buy use book visit download join ring call phone fly choose pick check look
        see give grab order eat drink take make watch read hire switch move support ask bookmark pop head
        run treat invest sign shop stay follow donate consider hie hurry ditch forget trust believe swap
        stock contact speak
    """,
    "buyverb": """
        buy~ bought buying use~ used using shop~ shopped shopping order~ ordered ordering book~ booked
        booking fly~ flew flying stay~ stayed staying return~ eat~ ate eating dine~ spend~ spent renew~
        renewing renewed subscribe~ bank~ travel~ travelling purchase~ visit~ hire~ rent~ fill trust~ deal~
        come~ coming came go~ going pay~ paying paid give~ giving donate~ drink~ wear~ watch~ play~ drive~
        insure~ ride~ pick~
    """,
    "endverb": """
        cancel~ cancelled cancelling canceled canceling cancellation terminate~ termination close~ closing
        closed end~ ended ending quit~ quitting unsubscribe~ unsubscribed unsub unsubbed uninstall~
        uninstalled delete~ deleted deleting deactivate~ disconnect~ stop~ stopped stopping bin~ binned
        scrap~ scrapped ditch~ ditched dump~ dumped drop~ dropped axe~ surrender~ lapse~ lapsed expire~
        expires withdraw~ pull~ pulled cut~ sever~ opt discontinue~ resign~ return~ returned chuck~ chucked
        tossed toss~ sold sell~ erase~ wipe~ finish~ finished walk~ walked abandon~ part~ parting revoke~
    """,
    "leaveverb": """
        leave~ leaving left switch~ switched switching swtiching move~ moved moving transfer~ transferred
        port~ porting ported jump~ jumped jumping migrate~ migrated migrating defect~ swap~ swapped changing
        change~ shift~ shifted shifting depart~ exit~ exiting bail~ bailing bounce~ gone off going out away
        bye goodbye farewell adios ciao cya adieu cheerio tata deuces sayonara felicia done finished through
        over
    """,
    "elsewhere": """
        elsewhere competitor+ competition rival+ alternative+ alternatives another other others different
        someone somebody new next instead back rather else anywhere anyone opposite lot crowd cheaper
    """,
    "rivalname": """
        vodafone o2 ee three bt sky virgin giffgaff airtel jio vi bsnl tmobile verizon att sprint comcast
        xfinity starlink octopus edf eon bulb ovo monzo starling revolut barclays hsbc natwest lloyds
        santander nationwide chase hdfc sbi icici axis amazon ebay argos currys ikea tesco asda aldi lidl
        sainsbury's sainsburys morrisons waitrose costa starbucks nero greggs mcdonalds kfc nandos uber lyft
        bolt ola deliveroo justeat swiggy zomato doordash ryanair easyjet ba delta emirates qantas lufthansa
        jet2 indigo marriott hilton airbnb booking travelodge netflix disney spotify apple samsung sony lg
        dell hp google microsoft pixel android iphone nike adidas puma brooks asics zara primark boots
        superdrug kia toyota honda ford vw tesla bmw fedex dhl dpd ups evri hermes royal slack notion
        obsidian evernote trello asana zoom teams guardian times telegraph fortnite steam xbox playstation
        nintendo puregym virginactive phonepe paytm gpay lic
    """,
    "tie": """
        account+ contract+ subscription+ sub subs membership+ plan+ policy debit debits insurance broadband
        sim line+ number card+ points service package season ticket custom business loyalty renewal
        agreement tenancy listing seats licence license app profile premium pass box boxes router dish hub
        mortgage savings isa salary payments standing gym data service+ tariff supply
    """,
    "never": """
        never won't wont wouldn't not no ain't shan't refuse~ nobody none noone cannot can't nor don't dont
        neva didn't isn't wasn't aren't doesn't couldn't shouldn't without hardly barely
    """,
    "again": "again anymore more longer ever twice another back forever",
    "lasttime": "last final finally first straw nail strike chance end ends",
    "loyal": """
        years yrs year decade+ since loyal customer+ member subscriber regular longstanding lifelong 70s 80s
        90s always whole life half used
    """,
    "shopping": """
        comparing compare~ quote+ quoted looking look~ browsing shopping considering tempted thinking
        pondering weighing wondering debating deciding options offers deal+ price+ hike+ dearer cheaper cost
        notice fee pac code penalty termination cooling renewing
    """,
    "thinking": """
        thinking considering tempted contemplating debating pondering mulling might may maybe perhaps
        possibly seriously honestly close verge toying minded half
    """,
    "uscustomer": """
        lost lose~ losing customer+ business custom money wallet penny cent pound+ cash patronage
    """,
    "wish": """
        wish~ hope~ hoping wishing love like would'd want prefer~ miss~ missing dream~ long~ craving
        petition beg begging pray
    """,
    "would": """
        would could should might may can maybe perhaps possibly couldn't wouldn't shouldn't mightn't can't'd
        ought shd cud wud i'd it'd you'd
    """,
    "suggest": """
        suggest~ suggestion+ idea+ thought+ feedback request+ propose proposal tip recommendation consider~
        considered considering reconsider rethink improve~ improvement feature+ option+ version petition how
        why what chance possibility plan+ plans ever cents crit constructive
    """,
    "changeverb": """
        add~ adding bring make~ making put~ allow~ let~ introduce~ include~ offer~ provide~ change~ fix sort
        increase~ reduce~ extend~ open~ move~ remove~ replace~ update~ give~ show~ sell~ stock~ do start~
        stop keep~ install~ build~ launch~ create~ design~ send text~ announce~ enable~ support need~ lower~
        raise~ dim print label name
    """,
    "compare": """
        better bigger smaller longer shorter wider narrower louder quieter softer warmer cooler hotter
        colder faster slower easier harder clearer brighter darker lighter heavier cheaper plainer simpler
        healthier safer stronger weaker larger tighter thicker thinner nicer comfier crunchier earlier later
        more less fewer extra closer higher lower older newer tastier spicier sweeter fresher
    """,
    "mild": """
        bit tad little slightly somewhat touch kinda kind sort rather fairly quite smidge smidgen slight
        small minor tiny wee mildly pretty bitty almost nearly
    """,
    "flawadj": """
        slow loud quiet small tiny big long short tight loose stiff thin thick hard soft soggy cold lukewarm
        bland salty sweet dry greasy heavy steep pricey dear expensive confusing fiddly clunky awkward
        cluttered dated faded dull dim bright dark narrow crowded cramped uncomfortable patchy wobbly flimsy
        noisy sticky slippery drafty draughty smelly dusty tired busy fussy pale weak blurry misleading
        unclear wordy hidden basic limited missing inconsistent underwhelming underwhelmed muddy scratchy
        rough
    """,
    "worry": """
        worried worry~ worries concern+ concerned nervous anxious uneasy wary unsure uncomfortable unsettled
        hesitant apprehensive doubt+ afraid fear+ safe secure normal fret~
    """,
    "headsup": """
        fyi headsup heads btw psst flag flagging noticed notice~ typo+ spelling misspelt misspelled mistake+
        error+ wrong outdated link says reads sign map page website listing noticeboard leaflet flyer banner
        poster billboard label menu pin voicemail
    """,
    "feature": """
        app website site page button+ screen font text print colour color size+ sizes pocket+ seat+ seating
        menu portion+ recipe flavour flavor packaging plastic box bag bottle lid cup cups label map filter
        search export widget dark mode theme language notification+ reminder+ email+ logo design layout
        platform bench benches bike racks toilets loo lights light ramp sign queue till counter hours slot+
        music sound volume subtitles option+ version+ size sizing range colours fragrance wifi socket+
        charger kettle chair+ shade parking crossing branch route timetable podcast shortcut+ category
        categories plan family student
    """,
    "danger": """
        danger dangerous dangerously unsafe hazard hazardous explode~ exploded exploding explosion blast
        fire flame+ flames smoke smoking burning burnt burned burn~ melt~ melted melting spark+ sparking
        sparks gas fumes monoxide co leak leaking leaked fizzing hissing overheating overheated swelling
        swollen collapse~ collapsed collapsing shock shocked electrocuted zapped tingle tingles jolt live
        exposed acid chemical chemicals poison poisoned poisoning contaminated toxic swaying toppled snapped
        failed gave scorching singed alight ablaze petrol
    """,
    "injury": """
        injured injury hurt bleeding blood broken broke fracture cut burnt unconscious choking choked choke
        faint fainted fainting collapsed dying died die dead death killed kill breathe breathing vomiting
        sick floppy seizure fit fits blistering blind swollen rash allergic allergy anaphylaxis hospital
        ambulance er paramedic+ doctor surgery chest stroke concussion slipped fell fall scalded stung
        crushed drowned drowning trapped
    """,
    "bodypart": """
        arm+ leg+ hand+ finger+ face eye+ head neck chest throat tongue mouth hip back skin scalp hair foot
        feet knee cheek tooth teeth lungs heart wrist ankle
    """,
    "medicine": """
        insulin inhaler+ medicine+ medication meds tablet+ pill+ prescription dose epipen oxygen ventilator
        dialysis pump nebuliser chemo antibiotics methadone warfarin morphine feed formula stairlift hoist
        pendant careline defib
    """,
    "vulnerable": """
        baby babies newborn infant toddler child children kid kids son daughter girl boy old elderly
        pensioner+ pregnant disabled wheelchair diabetic epileptic asthmatic blind deaf dementia nan gran
        grandma grandad mum mother dad father patient patients resident residents tenant tenants ill dying
        11yo 9yo 80 85 90 91 94
    """,
    "utility": """
        power electric electricity electrics heating heat water boiler fuse socket+ plug wire+ wires cable+
        lift elevator alarm lock door exit brakes steering wheel tyre seatbelt airbag battery charger meter
        lights
    """,
    "crime": """
        hacked hack hacker hackers stolen stole steal fraud fraudulent fraudster scammed scam scammer cloned
        intruder burgled burglar robbed mugged attacked assaulted assault threatened threatening threat
        stalker stalking followed grabbed hit punched knife gun weapon drunk harassed harassing groped
        grooming blackmail breach leaked identity impersonating police unauthorised unauthorized unknown
        stranger criminal
    """,
    "moneymove": """
        transfer+ transferred withdrawn withdrew debited taken took emptied drained gone vanished
        disappeared missing spending spent payment+ loan salary wages savings balance overdraft rent bail
        bailiff+ evicted eviction mortgage completion deposit
    """,
    "legal": """
        lawyer+ solicitor+ attorney barrister sue suing court tribunal legal proceedings claim claims
        ombudsman police regulator trading standards ico lawsuit litigation summons subpoena consumer forum
        fca ofcom complaint dispute
    """,
    "strand": """
        stranded stuck trapped locked dumped abandoned left ditched shut lost alone nowhere freezing dark
        midnight 1am 2am 3am 4am motorway hard shoulder tarmac airport station platform gate border terminal
        roadside outside floor sleeping homeless hotel
    """,
    "now": """
        now right currently still minute minutes hour hours today tonight asap immediately urgent urgently
        quick quickly hurry moment already since until noon midnight morning tomorrow deadline expires
        closes lapses boarding leaves flight exam interview funeral wedding surgery operation
    """,
    "helpcry": """
        help sos please someone somebody answer call ring phone respond reply pick scared terrified
        frightened panic panicking desperate emergency 999 911 112 what do
    """,
    "follow": """
        follow follows following followed followback followbacks flw fllw folow folllow f4f fb refollow
        followers follower moot moots mutual mutuals unfollow unfollowed unfollowing
    """,
    "private": """
        dm dms dm'd pm inbox message messages messaging msg msgs privately private confidential offline
        details number reference screenshots address
    """,
    "cannot": """
        can't cant cannot unable won't wont couldn't can not impossible blocked closed shut locked greyed
        refuses doesn't isn't fails failed says bounced restricted
    """,
    "ask": """
        please pls plz plss kindly could would can will mind request requesting beg gimme give need want
        pretty dear hi hey oi sir team
    """,
    "fiction": """
        film movie episode series season song track album game level boss character plot book novel drama
        show quest playlist soundtrack cartoon trailer finale concert gig match goal penalty joke meme
        podcast article report news poster advert ad lego toy costume
    """,
    "joke": "lol lmao haha hahaha lmfao rofl hehe joking jk kidding hilarious funny 😂 🤣 😅 😜 😉",
    "thanks": """
        thanks thank thx ta cheers ty thankyou appreciated appreciate grateful sorted fixed solved resolved
    """,
    "question": "what when where which who how why do does is are can could",
    "rhet": """
        enjoy fancy sure apparently oh yeah right absolutely totally great lovely congrats congratulations
        bravo 👏 🙃 🙄 wow genius clap
    """,
    "you": "you your you're youre u ur yours yourselves you've you'll you'd ya yer",
    "i": "i i'm im my me mine i've ive i'll ill i'd we our us we're we've we'll",
    "they": "they them their they're they've theyre he she his her him",
    "past": "was were had did years ago last once yesterday used former ex",
    "hypo": "if unless whether suppose imagine hypothetically what would",
    "mildpraise": "fine ok okay decent alright good nice like enjoyed lovely great",
    "number": "two three four five six ten dozen half double twice hundred",
    "timespan": "years months weeks days hours minutes year month week day hour",
}

SHORTHAND = {
    "u": "you",
    "ur": "your",
    "pls": "please",
    "plz": "please",
    "plss": "please",
    "thx": "thanks",
    "im": "i'm",
    "ive": "i've",
    "dont": "don't",
    "cant": "can't",
    "wont": "won't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "couldnt": "couldn't",
    "wouldnt": "wouldn't",
    "shouldnt": "shouldn't",
    "youre": "you're",
    "theyre": "they're",
    "thats": "that's",
    "whats": "what's",
    "wanna": "want",
    "gonna": "going",
    "gotta": "got",
    "ppl": "people",
    "yall": "y'all",
    "theres": "there's",
    "hes": "he's",
    "shes": "she's",
    "weve": "we've",
    "youve": "you've",
    "bout": "about",
    "cos": "because",
    "cuz": "because",
    "coz": "because",
    "tho": "though",
    "ya": "you",
    "yer": "your",
    "rn": "now",
    "wot": "what",
    "wat": "what",
    "w": "with",
    "n": "and",
    "r": "are",
}
