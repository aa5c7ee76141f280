namespace RecurrentGpt.Offline.English;

/// <summary>A question and what is said to it: two sentences that belong together, with a bar between them.</summary>
internal static class EnglishBankExchanges
{
    internal const string Text = """
        # exchange
        {P} asked {manner}, “How long have you known about {obj}, since {recallmine}?”|{Q} thought about it for {while} and said {qmanner}, “Longer than you, and not as long as I should have.”
        “You were in {spot2} last night,” {P} said {manner}.|“So were you,” {Q} said {qmanner}, “or you would not know about {pocket} on the sill.”
        {P} asked {manner}, “What would you do with {obj}?”|“I would put it back,” said {Q}, who was holding {pocket}, “and I would learn to sleep again.”
        “Tell me what {motif} has to do with {obj},” {P} said {manner}.|“There is less to tell than you hope,” {Q} said {qmanner}, “and it begins with {recallmine}.”
        “You are afraid of {obj},” {P} said {manner}.|“I am afraid of what you will do about it in {while},” {Q} said {qmanner}.
        {P} asked {manner}, “Who else comes to {spot}, and left {pocket} there?”|“Nobody whose name would help you,” said {Q}, and listened for {while} to {sound}.
        “We could leave {place} tonight, by way of {spot2},” {P} said {manner}.|“And take {obj} with us,” {Q} said {qmanner}, “which is the same as staying.”
        “I thought that you had given up on {motif} after {recallmine},” {P} said {manner}.|“I gave up talking about it,” {Q} said, and for {while} there was only {sound}.
        {P} said {manner}, “Somebody has been asking for you in {spot2}.”|{Q} had {pocket} to look at, and looked at it, and said {qmanner}, “Then somebody has a long wait.”
        “It is only {thingan},” {P} said {manner}.|“It was only {pocket} that hanged the last man,” {Q} said {qmanner}.
        {P} asked {manner}, “Did you tell anyone about {obj}?”|There was {sound} before {Q} said {qmanner}, “I told one person, and I chose badly.”
        “I do not need to know everything about {spot2},” {P} said {manner}.|“You have wanted to know everything since {recallmine},” {Q} said {qmanner}.
        “You might have written to me about {obj},” {P} said {manner}.|“I wrote every week from {spot2},” {Q} said {qmanner}, “and every week I burned it.”
        {P} asked {manner}, “What happens if we do nothing about {obj}?”|“Then it goes on without us,” {Q} said {qmanner}, “and {motif} is left to people who do not care for it.”
        “That is not the same {thing},” {P} said {manner}.|“No,” {Q} said {qmanner}; “it is the one that should have been there since {recallmine}.”
        “Promise me something about {obj},” {P} said {manner}.|“Not in {spot},” {Q} said {qmanner}, “and not with {pocket} for a witness.”
        {P} asked {manner}, “Whose hand is that, on {obj}?”|“Mine,” said {Q} {qmanner}, “since {recallmine}.”
        “You never liked {spot2},” {P} said {manner}.|“I like it well enough,” said {Q} {qmanner}; “it reminds me of {recallmine}.”
        “They will blame me for {motif} and for {obj},” {P} said {manner}.|“They will blame whoever has {pocket} in his hand,” {Q} said {qmanner}, “so empty yours.”
        {P} asked {manner}, “Is there anything in {spot2} that I should know of?”|“There is {pocket} on the sill,” {Q} said {qmanner}, “and a great deal that you should not.”
        “I dreamed of {obj},” {P} said {manner}.|“Everyone in {place} has, since {recallmine},” {Q} said {qmanner}; “we are too polite to mention it.”
        “Say that you did not do it for {obj},” {P} said {manner}.|“I did it for {pocket} and a kind word,” {Q} said {qmanner}, and it did not sound like a joke.
        {P} asked {manner}, “How much time have we got in {spot}, {while} or less?”|“The time until somebody misses {obj},” {Q} said {qmanner}, “and then {while}.”
        “I had a plan for {obj},” {P} said {manner}.|“You had {thingan} and a bad night,” {Q} said {qmanner}; “it is not the same.”
        """;
}
