namespace RecurrentGpt.Offline.English;

/// <summary>What memory, its rationale and summaries are said with, and how plans are told that cannot be turned into the past.</summary>
internal static class EnglishBankMemory
{
    internal const string Text = """
        # open
        Nobody has yet said what {obj} is for, or who knew of it in {spot}.
        What is still open is whether {P} can trust anybody in {spot} with {obj}.
        It is not yet known who else has been in {spot} and seen {obj}.
        Still unanswered is what ties {obj} to {motif}.
        Nobody has yet said who left {obj} in {spot}.
        What is still open is what {P} will do about {obj} after {spot}.
        It is not yet known what {obj} will cost {P} in {place}.
        # about
        The story is about [gist].
        # enters
        {P} has come into the story, and was first seen in {spot}.
        {P} is new, and nobody in {place} knows much about {him} yet.
        # summary
        It takes place in {spot} in {place}, and {obj} matters to {P}.
        In {spot}, {P} has to do with {obj}, and {carry} is not forgotten.
        {obj} and {carry} come into it, and {P} is in {spot}.
        # dropped
        Dropped, because nothing in the new paragraph hangs on it any more: “[what]”
        Let go, as the oldest of what is settled: “[what]”
        Dropped to make room, since the story has moved past it: “[what]”
        # kept
        Nothing is dropped, since all of it may still be needed.
        Everything that was known is kept, because there is room for it.
        # added
        Added, because the next paragraph starts from it: “[what]”
        New, and needed by whoever goes on: “[what]”
        Added, so that it is not forgotten: “[what]”
        # moved
        The hour has moved on: “[what]”
        # weave
        What filled {spot} now was [gist], and {weather}.
        It came down, {hour}, to [gist].
        There was no way round it in {spot}: [gist].
        {P} could think of nothing but [gist], and {gesture}.
        It had been coming for {while}, and here it was: [gist].
        # again
        It went no differently this time: [told]
        Once more it happened as it had to: [told]
        """;
}
