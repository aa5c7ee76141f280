namespace RecurrentGpt.Offline.English;

/// <summary>What a story says that is played: {you} is its reader, {P} whoever is with them.</summary>
internal static class EnglishBankPlay
{
    internal const string Text = """
        # answer
        {P} watched it done, and {gesture}.
        It changed something: {far}, and {P} {gesture}.
        For {while} it seemed to have no effect, and then there was {sound}.
        {P} had not expected it, and said so {manner}.
        “So that is how it is to be,” {P} said {manner}.
        It cost {me} {while}, and {pocket} that {you} had meant to keep.
        {P} took one look at {me}, another at {obj}, and {gesture}.
        What came of it first was the smell of {smell}, and after that {sound}.
        “I would not have dared,” {P} said {manner}, “not in {spot}.”
        Something gave way in {spot2}; one could hear it, behind {sound}.
        {P} would have stopped {me}, thought about it for {while}, and {gesture}.
        # notice
        From where {you} stood one could see {pocket} on the floor of {spot}, and beyond it came {sound}.
        {you} had the smell of {smell} in {your} nose by now, and under it all there was {sound}.
        Near {your} foot lay {pocket}, {texture}, and beside it the mark of a wet shoe.
        Over {your} shoulder {light}, and for {while} there was {sound}.
        {you} heard {sound} before {you} saw anything, and what {you} saw was {pocket}.
        There was a smell of {smell} on {your} sleeve, as there is on one who has carried {pocket}.
        Whoever had last stood where {you} stood had left {pocket} behind, {texture}.
        {light}, and {sound} went through {your} hands as well as {your} ears.
        Between {me} and the door of {spot2} there was only {sound}, and on the sill {pocket}.
        To {your} left {light}; to {your} right there was {pocket}.
        It was {while} before {you} knew it for what it was, {sound}, mixed with the smell of {smell}.
        # find
        In a corner of {spot} stood what had been hidden until now, {aobj}, {texture}.
        {P} had {aobj} in {his} hand, {texture}, and did not say since when.
        Under {pocket} lay {aobj}, {texture}.
        Then {you} saw {aobj} in {spot}, {texture}, left for {me} to find.
        Somebody had pushed {aobj} across the floor from {spot2}, and it was {texture}.
        What {P} had been standing in front of was {aobj}, {texture}.
        # press
        {P} held out a hand for {obj}, and there was {sound} on the way to {spot}.
        The door of {spot2} opened by a hand’s breadth, and stayed so, and {P} looked at {me}.
        “Now,” {P} said {manner}, “before {R} comes for {obj}.”
        From {spot2} somebody called {your} name, and {P} shook {his} head.
        {P} had asked {me} a question about {obj}, and was waiting, and {light}.
        The lamp had oil for {while}, no longer, and {obj} lay between {P} and {me}.
        Steps came through {spot2}, slower and slower, and stopped outside.
        {P} put {obj} where {you} could reach it, and took {his} hand away.
        Only {you} stood near enough to {obj} to do anything before {sound} stopped.
        # action
        ask {P} what {obj} has to do with {motif}.
        take {obj} and get to {spot2} before anybody else does.
        hide {obj} in the last place where anybody looks, and say nothing to {P}.
        tell {P} the truth about {carry} and watch what {he} does.
        offer {P} {carry} for one honest answer about {R}.
        search {spot} for whatever {P} is keeping back.
        put out the light and wait to see who comes to {spot}.
        leave through {spot2} with {obj} under {your} coat.
        break {obj} open, whatever {P} says.
        send {P} to {spot2} and stay alone with {obj}.
        call {R} by name into the dark of {spot2}.
        bolt the door of {spot} and keep {P} inside.
        show {obj} to {P} and ask who made it.
        go back to {spot2} for {carry}, alone.
        throw {obj} into {spot2} and listen.
        follow whoever has just left {spot}.
        # beyonddo
        {you} tried to [gist].|The world of {place} is not made for that: it held {me} for as long as a breath, and let go, and {you} fell hard on the floor of {spot} with {sound} in {your} ears.|From down there {you} saw what nobody sees who stands upright: {pocket}, pushed into a crack of the wall by somebody in a hurry.
        With all {your} strength {you} tried to [gist].|Nothing in {spot} answered but {sound}, and the skin of both {your} palms was gone.|{P} bound them up, and {his} sleeve slid back over {pocket}, tied there with red thread.
        {you} tried to [gist], there in {spot}, with {P} looking on.|It went the way that such things go in {place}, and left {me} on {your} knees in the smell of {smell}.|“{R} tried that, too,” {P} said {manner}, who had never before owned to knowing {R}.
        # beyondsay
        “[gist],” {you} said aloud, to nobody whom one could see.|{P} felt {your} forehead, and {gesture}, and there was {sound}.|“It is {spot} that does it,” {P} said {manner}; “{R} talked so as well, on the last evening.”
        {you} heard {yourself} say it to the empty air of {spot}: “[gist].”|The words hung there a moment, and {far}.|{P} wrote them down on the back of {pocket}, as one writes down what the feverish say, and kept it.
        # done
        What {you} did then is soon told, and {P} saw all of it: [gist].
        It was done before {P} had put down {pocket}: [gist].
        {you} did what {you} had in mind, [gist], and there was {sound}.
        # ending
        In {spot} it was decided, in less than {while}, with {P} and {R} both looking on.|{obj} gave up what it had kept back, and what it was had to do with {motif}, as {you} had been told on the first day by somebody whom nobody believed.|{P} lost what {he} had hoped to keep, and did not ask for it again.|Outside {far}, and {place} was the same as ever, and {you} had no more to do in it.|That was the end of it.
        What {you} had done could not be undone, and {spot} went quiet around it, until there was only {sound}.|{R} came out of {spot2} with empty hands, and owned to everything but the price.|{P} wept a little, {manner}, and gave {me} {obj} to keep.|Who had begun it was never learned, and it no longer mattered.|{light}, and here the story ends.
        # epilogue
        When the year had gone round, {weather} in {place}, and there was grass on the step of {spot}.|{P} lived near {spot2} by then, and told the story to whoever paid for it with {pocket}.|{R} was seen once, far off, and did not turn.|{you} had kept {obj}, and on some evenings, when {light}, {you} took it out and put it back.|Of {motif} nobody in {place} spoke any more, and the smell of {smell} was only a smell.
        Much later {far}, as on that day, and only children went to {spot}.|{P} had left {place} with {pocket} and no farewell, and sent one letter, without a word in it.|{R} was forgiven by some.|{obj} stood in {your} window, {texture}, and those who asked about it were given tea.|The rest is quiet, but for {sound}.
        # entry
        {you} came into {spot} as one comes into a room where the talk has just stopped.|{weather}, and there was {aobj} that nobody looked at, and {P}, who {gesture}.|“At last,” {P} said {manner}.
        It was {you} whom they had been waiting for in {spot}, and nobody said why.|{P} made room for {me}, and put down {pocket}, and {gesture}.|All of {place} seemed to know about {obj}, and {you} stood nearest to it.
        # return
        It had been over for {while}, and {you} had begun to believe it, when {pocket} was pushed under {your} door.|{P} stood outside, older by a winter, and {gesture}.|“It is about {obj},” {P} said {manner}; “it did not stay where we left it.”
        {place} had almost forgotten, and {weather}, when somebody knocked in the way that only {P} knocks.|{you} had thought that {motif} was done with.|{P} laid {aobj} in {your} hand, and said {manner} where it had been found.
        # playopening1
        {you} came to {spot} before anybody else in {place} was about.|On any other day {you} would have gone in without a look, but there was {sound}, and it stopped when {you} did.|Somebody had been here: {pocket} lay on the floor, and it belonged to no one whom {you} knew.|{your} name stood on the wall above it, in chalk.
        Nobody in {place} had told {me} what to expect of {spot}.|{you} had a lamp, {pocket}, and an order to touch nothing.|The door stood open, and behind it {light}.|On the threshold somebody had written {your} name, and under it a day that had not come yet.
        # playopening2
        {P} was there before {you} could turn back, and had seen the writing, too.|“If they learn of this in {place}, it is me they will send for next,” {P} said {manner}, “and you first of all.”|{he} counted on {his} fingers what could be lost, and came as far as {motif}.|Then {P} asked for a promise, and did not say yet what it was.
        It was {P} who shut the door of {spot}, and leaned against it.|“{R} stood where you stand,” {P} said {manner}, “and asked about {motif}, and has not been seen since.”|{P} wanted it put back, all of it, before evening, and wanted {me} to do it.|What would happen otherwise {he} told in one sentence, and it was enough.
        # playopening3
        In {spot2} lay {aobj}, where it had no business to be.|{P} said that it was nothing, and did not look at it.|On its underside was {your} name again, and this time the chalk was wet.
        Then the floor of {spot2} gave a sound like a word, and through the gap one could see {aobj}.|{P} went white.|“That was buried,” {P} said {manner}, “and I was there when it was done.”
        """;
}
