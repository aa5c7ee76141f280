namespace RecurrentGpt.Offline.English;

/// <summary>Where a paragraph begins and ends, and what is heard, smelled and seen on the way.</summary>
internal static class EnglishBankScene
{
    internal const string Text = """
        # setting
        {hour}, {weather}, and {spot} smelled of {smell}.
        {hour} the air in {spot} held a trace of {smell}, and from beyond it came {sound}.
        {hour}, {spot} was quiet but for {sound}.
        {hour}, {weather}, and for {while} nobody in {place} had much to say about it.
        {P} had been in {spot} for {while} when {far}.
        {hour}, {light}, and {P} took it for a kind of permission.
        There was {sound} to begin with, and then, {hour}, there was none.
        {hour}, {far}, and for {while} {P} listened as one listens to news of other people.
        For {while} {weather}, and then the air over {place} went still.
        {hour}, {P} stood in {spot} with {pocket} in {his} hand and no memory of having picked it up.
        In {spot}, {hour}, {light}.
        {far}, as on any other day, and only {P} seemed to hear {sound}.
        {hour}, {spot} looked as if it had been left alone for {while}, and there was {pocket} on the floor.
        {sound} had gone on for {while} before {P} noticed it.
        {hour}, the smell of {smell} hung over {spot} {simile}.
        {place} went about its business, and {hour}, {far}, and {weather}.
        {hour}, while {weather}, {P} was still in {spot}, with {pocket} for company.
        The quiet of {spot}, {hour}, was made of {sound} and very little else.
        # sense
        From somewhere below came {sound}, and a moment later the smell of {smell}.
        There was a smell of {smell} in the air now, faint at first, and after {while} less faint.
        {light}, and {sound} came nearer and went away.
        Outside, {far}, and {weather}; inside there was {sound}.
        {spot} seemed smaller than before, and the smell of {smell} stronger, and {light}.
        {sound} stopped, and for {while} nothing took its place but the smell of {smell}.
        {weather}; one could tell it even in {spot}, under {sound}.
        Beyond the wall {far}, and {light}.
        The floor of {spot} was cold, and a smell of {smell} came up through the boards while {far}.
        {light}, and for {while} that was all that happened.
        Whatever else was wrong in {spot}, there was {sound}, as steady as a clock, and a smell of {smell} that one could have leaned on.
        Something fell over not far off, and after it there was {sound} for {while}.
        A draught brought {smell} from {spot2}, and with it {sound}.
        {far}, too far off to matter, and {sound} went on.
        For {while} there was only {sound}, and {light}.
        {weather}, and the smell of {smell} came in under the door.
        In {spot2} someone laughed once, and for {while} after that there was only {sound}.
        The noise from {spot2} was {sound}, or something that wished to be taken for it, and it lasted {while}.
        # object
        {obj} was {texture}, and {P} {gesture} before looking at it again.
        Seen from close by, {obj} was {texture}, and lay there {simile}.
        Somebody had taken care over {obj}, though it was {texture}, and had left {pocket} with it.
        {P} could not look at {obj} without thinking of {recall}, or of {pocket}.
        If {obj} meant anything, it did not say so; it waited {simile} while {weather}.
        There was {pocket} beside {obj}, where nothing had been before, and it was {texture}.
        {obj} was {texture} when {P} touched it, and {he} felt {feel}.
        Nobody had mentioned that {obj} would be {texture}, or that it would smell of {smell}.
        {P} thought of {obj}, and of {recall}, and of how little divided the one from the other.
        The longer {P} considered {obj}, the more it brought to mind {recall}, and {feel} came with it.
        Near {obj} there was a smell of {smell}, and it put {P} in mind of {recall}.
        What troubled {P} about {obj} was that it was {texture}, and that nobody had looked at it for {while}.
        {obj} stood between them {simile}, and {P} {gesture}.
        It was strange how much room {obj} took up in the mind, {simile}; and it was {texture}.
        Of everything in {spot}, only {obj} looked at home; it was {texture}, and beside it lay {pocket}.
        {P} kept {his} eyes on {obj} for {while}, and felt {feel}.
        # closing
        {P} {gesture}, and in {spot} {light}.
        {obj} was where it had been, and the quiet around it sat {simile} until there was {sound}.
        {far}, and then there was {sound}.
        {light}, and for {while} neither {P} nor {Q} moved.
        {P} put {pocket} back where it belonged, and went on listening to {sound}.
        When {P} looked round, {weather}, and {spot} was empty but for {pocket}.
        The door of {spot} stood open, and through it came {sound} and the smell of {smell}.
        Somewhere in {place} {far}, and what answered was {sound}.
        {P} thought of {obj} for {while}, until {sound} had stopped.
        After that there was the smell of {smell}, and {sound}, and {P}, who {gesture}.
        In the quiet, {P} {gesture}, and then {sound} was all there was.
        On the floor of {spot} lay {pocket}, and {P} left it there and {gesture}.
        {weather}, and the way back to {spot2} seemed to take {while}.
        {sound} began again, and this time {P} {gesture}.
        The last thing to go quiet was {sound}; the last but one was {P}, who {gesture}.
        {P} stayed in {spot} for {while}, and {light}.
        """;
}
