namespace RecurrentGpt.Offline.English;

/// <summary>Words and turns of phrase that every genre shares.</summary>
internal static class EnglishBankWords
{
    internal const string Text = """
        # gesture
        rubbed the cold from {his} hands
        turned up {his} collar
        counted slowly to ten
        pressed {his} thumb against the edge of the table
        pushed the hair out of {his} eyes
        sat down on the nearest thing that would bear {him}
        folded {his} arms and unfolded them again
        wiped both palms on {his} coat
        looked at the ceiling for a while
        straightened something that was straight already
        took one step back, and then another
        let out a breath that had been waiting
        drew a line in the dust with one finger
        shifted from one foot to the other
        buttoned {his} coat to the neck
        bit the inside of {his} cheek
        closed {his} eyes and opened them again
        smoothed the front of {his} sleeve
        leaned in the doorway with {his} hat in {his} hands
        tilted {his} head to listen
        set {his} shoulders
        reached out and then thought better of it
        turned a button round and round until the thread gave
        stood quite still
        rested {his} forehead against the wall
        warmed {his} fingers round a cup that had gone cold
        glanced over {his} shoulder
        swallowed twice before speaking
        tapped the wood with a knuckle
        looked anywhere but at the door
        # manner
        quietly
        without looking up
        a little too quickly
        in the voice one keeps for children and animals
        as if it cost nothing
        with a smile that came late
        after a while
        to nobody in particular
        very carefully
        with {his} back turned
        not quite steadily
        as though reading it aloud
        under {his} breath
        before the silence could settle
        in an even tone
        with {his} hand still on the latch
        with a glance at the window
        almost gently
        one word at a time
        in a voice that had slept badly
        with one eye on the window
        as if asking the way to the station
        in a voice meant for one person only
        with a firmness that surprised them both
        more to the room than to anyone in it
        between two breaths
        after the kind of pause that costs something
        with the beginnings of a smile
        pleasantly enough
        as one mentions the price of a thing
        looking at {his} own hands
        in the old way
        not at all in the old way
        as if the words had been lent
        in a voice that sounded true
        when it could no longer be put off
        in the tone of somebody reading a thermometer
        with more patience than was needed
        too softly to be overheard
        with a small shrug
        rather formally
        hoarsely
        after counting something under {his} breath
        without any expression at all
        in a hurry to have it said
        to the floor
        # qmanner
        with a short laugh
        as one says it to a child
        in the same tone
        more gently than before
        without any pause at all
        with great politeness
        after looking at the door again
        to the window
        as if it were already settled
        in hardly more than a whisper
        quietly
        at last
        without looking up
        after a moment
        as if the question were about the weather
        almost kindly
        with a look toward the door
        before {P} had quite finished
        in a flat voice
        with half a smile
        as though it had been rehearsed
        still standing
        slowly
        in a lower voice than before
        with {Qhis} eyes on the floor
        from the far side of the room
        after {while}
        not unkindly
        # while
        an hour
        the better part of an hour
        as long as a candle-end lasts
        the time it takes to lace two boots
        ten slow breaths
        most of the watch
        a quarter of an hour
        the length of an old song
        the length of a short sermon
        a minute that felt like a season
        as long as it takes water to boil
        half the night
        several minutes
        the space of a long prayer
        the time it takes a letter to burn
        a whole pot of tea
        # pocket
        a stub of pencil
        two coins and a button
        a folded receipt
        a bent nail
        a twist of string
        half a biscuit in paper
        a spent match
        a ticket for a journey nobody took
        a clean handkerchief
        a broken watch-strap
        a smooth grey stone
        a thimble
        a list in somebody else's writing
        a walnut
        a glove without its fellow
        a tin of peppermints
        an acorn
        a key to a house long sold
        a bit of red wax
        a feather
        # recall
        the winter when the pipes froze and nobody complained
        the day {his} father sold the piano
        a summer that had ended with a locked gate
        the first time {he} was trusted with a secret
        the night the whole street stood outside in blankets
        a game in which the loser had to tell the truth
        an argument that two people had stopped in the middle, years ago
        the morning after the funeral, when there was still bread to be baked
        a dog that had waited at a crossing for a week
        the long walk home from the fair
        a promise made on a staircase
        the year in which nobody wrote
        a teacher who never raised her voice
        the sound of {his} mother counting money at night
        a door that {he} had been told never to open
        the last good harvest
        a coat handed down until it had no colour left
        the stranger who once paid for everybody's supper
        a boat that was given a name and never launched
        the afternoon when the power failed and everyone sang
        a photograph with one face cut out of it
        the week that {he} had spent learning to whistle
        a birthday that had been kept on the wrong day
        the smell of a house where somebody is ill
        # kin
        {his} grandmother
        {his} first teacher
        {his} uncle
        {his} mother
        an old neighbour
        the woman who had raised {him}
        {his} elder sister
        a man {he} had once worked for
        {his} father
        somebody on a night train
        the cook of {his} childhood
        a friend long out of touch
        # saying
        a closed door is also an answer
        the person who is first to explain has something to hide
        one should never thank anybody before the door is shut
        there are two kinds of patience, and only one of them is a virtue
        a lie needs more looking after than a goat
        whoever counts the spoons has already lost the supper
        the truth comes in by the kitchen
        fear is mostly a matter of not having eaten
        it takes two to keep a secret and one to bury it
        people forgive almost anything but being seen
        a map is only somebody's opinion
        one can be brave for about as long as one can hold one's breath
        nobody hides a thing in the second-best place
        an honest man has a bad memory for slights
        a house remembers who was kind in it
        good news walks and bad news has a horse
        what is given back is never quite what was lent
        silence is the cheapest of all furniture
        the last to leave must carry the lamp
        one learns most from what people put away when the bell rings
        # feel
        a tightness under the ribs
        something like hunger
        the old wish to be elsewhere
        a calm that {he} did not trust
        a small, mean relief
        the beginnings of a headache
        the kind of shame that has no owner
        a curiosity stronger than good sense
        an anger too tired to stand up
        a warmth that {he} had no name for
        the cold sense of having been expected
        a lightness, as before a fall
        a pity that nobody had asked for
        the wish to laugh
        an odd tenderness toward the whole sorry business
        a fear so ordinary that it was almost company
        the weight of every hour since yesterday
        nothing at all
        # simile
        like a coat that belongs to somebody else
        like a guest who has stayed too long
        like a word on the tip of the tongue
        like a tooth that is about to ache
        like the pause before a bill is presented
        like a dog that has been told to wait
        like a song heard through a wall
        like money left on a table
        like a chair pushed back in a hurry
        like a stone in a shoe
        like a letter addressed in an unknown hand
        like an unpaid debt
        like the last guest at a wedding
        like a bell that has been muffled
        like a bird in a schoolroom
        like a page turned down at the corner
        # texture
        colder than it should have been
        warm, as if someone had only just put it down
        lighter than it looked
        scratched along one side
        mended once, and not well
        worn smooth where a thumb would rest
        damp at the edges
        wrapped in a cloth that smelled of camphor
        dusty on top and clean beneath
        marked with two small initials
        a little bent
        heavier on one side than on the other
        older than anything else in the room
        tied round with a bootlace
        newer than it pretended to be
        stained with something that had once been red
        cracked, but only just
        missing some part that must have mattered
        # light
        a thin stripe of light lay across the floor
        the light came and went as if someone were breathing on it
        the window held its last square of brightness
        dust turned over slowly in the one clear beam
        every surface had a dull shine, like the inside of a shell
        the shadows had moved over by the width of a hand
        the lamp drew a small yellow room inside the large dark one
        light crept along the wall and stopped short of the door
        the corners had filled with dark, as they do
        somebody had left a light burning where none was needed
        the brightness outside made the inside seem older
        a reflection trembled on the ceiling and was gone
        # sound
        a door closing on the floor above
        the sound of slow footsteps
        a clock that nobody had wound in years
        a murmur of voices
        the wind in a keyhole
        # smell
        old paper
        smoke
        cold stone
        somebody’s supper
        # far
        someone was whistling
        a door opened and shut again
        people passed, talking of prices
        # things
        brass key
        sealed letter
        silver watch
        folded map
        black notebook
        tin box
        cracked mirror
        torn photograph
        wooden bird
        red scarf
        broken compass
        glass bottle
        child's drawing
        old ledger
        leather glove
        bone-handled knife
        iron ring
        small brass bell
        blue envelope
        unfinished painting
        string of beads
        enamel mug
        fountain pen
        sewing box
        clay figure
        silver chain
        brass button
        paper boat
        carved box
        pressed leaf
        glass eye
        striped shawl
        """;
}
