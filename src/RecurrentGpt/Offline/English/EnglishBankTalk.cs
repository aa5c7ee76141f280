namespace RecurrentGpt.Offline.English;

/// <summary>What one person says without being answered.</summary>
internal static class EnglishBankTalk
{
    internal const string Text = """
        # speech
        “I would rather have heard about {obj} from you, and not in {spot},” {P} said {manner}.
        “We can stand in {spot} until somebody finds us,” {P} said {manner}, “or we can decide something.”
        “My part in this began with {recallmine} and ends with {obj},” {P} said {manner}.
        “You look at {obj} as if it might answer,” {P} said {manner}.
        “There was a time,” {P} said {manner}, “when nobody in {place} would have touched {obj}.”
        “I am not asking you to like it,” {P} said {manner}; “I am asking you to come with me to {spot2}.”
        “Whoever left {pocket} here,” {P} said {manner}, “was in {spot} before us.”
        “{kin} told me that {saying},” {P} said {manner}.
        “Give it {while},” {P} said {manner}, “and see who comes for {obj}.”
        “Nobody has asked me about {motif} since {recallmine},” {P} said {manner}.
        “I keep thinking of {recallmine},” {P} said {manner}.
        “They will look in {spot2} first,” {P} said {manner}, “because that is where I would have looked.”
        “If it were only {obj},” {P} said {manner}, “I should be asleep by now.”
        “Well,” {P} said {manner}, “{saying}.”
        “I can tell you what {obj} is worth,” {P} said {manner}; “I cannot tell you what it costs.”
        “You have {pocket} in your hand,” {P} said {manner}, “and you have not noticed.”
        “It was never about {motif},” {P} said {manner}; “it was about {recallmine}.”
        “I shall say this once, in {spot}, and never again,” {P} said {manner}.
        “Listen,” {P} said {manner}, and there was {sound}, and under it something else.
        “You may think what you like of {obj},” {P} said {manner}, “but think it somewhere else.”
        “We had {while},” {P} said {manner}, “and we have spent it talking.”
        “One of us should go to {spot2},” {P} said {manner}, “and it should not be you.”
        “I do not believe in signs,” {P} said {manner}, “but since {recallmine} I do believe in {motif}.”
        “Do not thank me yet,” {P} said {manner}; “you have not heard about {spot2}.”
        # recallmine
        the winter when the pipes froze and nobody complained
        the day my father sold the piano
        a summer that ended with a locked gate
        the night the whole street stood outside in blankets
        an argument that two people stopped in the middle, years ago
        a dog that waited at a crossing for a week
        a promise somebody made on a staircase
        a door that I was told never to open
        the last good harvest
        the stranger who once paid for everybody’s supper
        a photograph with one face cut out of it
        the year in which nobody wrote
        """;
}
