namespace RecurrentGpt.Offline.English;

/// <summary>What an opening is made of, around the words of the premise.</summary>
internal static class EnglishBankOpening
{
    internal const string Text = """
        # title
        The Matter of {motif}
        What {P} Kept
        A Light in {spot}
        The Keeper of {motif}
        All the Doors of {place}
        {P} and {motif}
        # outline
        {P} sets out only to be left in peace, and {motif} will not allow it.|{Q} knows part of the truth and hopes never to be asked.|What begins in {spot} leads to {spot2}, and from there to people who have waited a long time.|{aobj} turns up that should not exist, and each of them wants it for a different reason.|{R}, of whom everyone speaks and whom nobody has seen, comes nearer with every day.|In the end {P} must choose between {motif} and the people of {place}.
        At first {motif} looks like an accident that has happened to {P}.|{Q} offers help and asks for something in return.|Together they follow {motif} from {spot} to {spot2}, and find that somebody has gone before them.|{aobj} gives them a name, and the name is {R}.|The nearer they come to {R}, the less {P} recognises {place}.|It ends where it began, with one of the three missing.
        # opening1
        {P} was {role}, and knew every sound that {spot} could make.|So {he} noticed at once, in {spot}, what anyone else in {place} would have missed.|{P} told nobody about {motif}, not that day.|Instead {he} went through {spot} twice, looking for whoever had been there before {him}.
        In {place} they said of {P} that {he} had never been late and never been early, and that you could set your watch by {him} in {spot}.|That was before {motif}.|{P} shut the door of {spot} and stood with {his} back against it.|Whatever it was, it had not come to {spot} by accident, and it had not come for anybody else.
        # opening2
        {Q} came to {spot} before {P} had decided anything.|It was plain that {Q} had seen {motif} once before, and had paid for it.|If it became known, {P} would lose everything {he} had in {place}; {Q} said so, and counted it off on {Qhis} fingers.|{Q} asked {him} to wait until {R} came back from {spot2}.|{P} did not say yes, and {Q} chose not to notice.
        {P} meant to keep it to {himself}, but {Q} had always been able to read {him} like a signpost.|{Q} heard about {motif} with {Qhis} coat still on, standing in {spot}.|The last person who had spoken of such a thing in {place} had been {R}, and nobody had seen {R} since.|{Q} said that there was still time to put everything in {spot} back as it had been.|There was not, and both of them knew it.
        # opening3
        {P} found {aobj} in {spot2}, where it had no business to be.|Somebody had left {obj} there for {him}, and had known that {he} would come alone.|{Q} said that it was nothing, and did not look at {obj}.|{P} put {obj} and {motif} side by side in {his} mind, and the two belonged together.|From {spot2} somebody called {his} name, once, in a voice that {he} ought to have known.
        It was {Q} who found {aobj} in {spot2}, and who wished at once that somebody else had.|On the underside of {obj} was {his} name, in letters that {P} had learned to write at school.|{P} had never seen {obj} before.|{Q} asked what it had to do with {motif}, and {P} had no answer that {he} liked.|When they looked up from {obj}, the door to {spot2} was shut, and neither of them had shut it.
        # facts
        {P} is {role}, and lives in {place}.|{Q} has known {P} for years and keeps something back about {motif}.|{R} left {place} some time ago, and nobody has heard from {R} since.|{P} and {Q} have found {aobj} in {spot2}, left there for {P}.
        # token
        It had begun with {amotif}, pushed under the door of {spot} while {P} slept.
        What {P} had to thank for it was {amotif}, left on the step of {spot} without a word.
        There had been {amotif} at the bottom of it, and {P} had picked it up in {spot} without thinking.
        # begin
        Those who tell it in {place} begin with [gist], and {far}.
        Afterwards, in {spot}, people said that it was all about [gist], and that {weather} when it began.
        It was, if one wanted a short word for it, a matter of [gist].
        """;
}
