namespace RecurrentGpt.Offline.English;

/// <summary>What the English sample writer has for choosing a plan.</summary>
internal static class EnglishChoices
{
    internal static readonly ChoiceBank Bank = new()
    {
        Followed =
        [
            "It goes the way that the author went at paragraph [n], and it is [who] who has the most to lose by it.",
            "At paragraph [n] the author wanted the same kind of turn; here it comes to [who] through the [thing].",
            "The author chose so at paragraph [n]. The [thing] leads there again, and this time [who] cannot step aside.",
        ],
        Open =
        [
            "It takes up the [thing], which memory still holds open, and it is [who] who has to act.",
            "The last paragraph has made this one ready: [who] and the [thing] are already there.",
            "It costs [who] something, and what memory says of the [thing] is put to the test.",
        ],
        Outline =
        [
            "[who] comes back to the [thing] and turns it over.",
            "Somebody near the [thing] asks [who] a plain question.",
            "[who] answers a part of it and keeps the rest.",
            "The [thing] is not where it was a moment ago.",
            "[who] sees who has moved the [thing], and says nothing.",
        ],
        Asides =
        [
            "before", "when", "until", "till", "once", "soon", "stop", "as", "anyone", "anybody", "someone", "somebody", "something", "anything", "has", "have", "been", "gets", "happens", "come", "comes",
        ],
    };
}
