namespace RecurrentGpt.Offline.English;

/// <summary>What the English sample writer has for writing a passage again.</summary>
internal static class EnglishPassages
{
    internal static readonly PassageBank Bank = new()
    {
        Join = " ",
        Stop = ".",
        Comma = ", ",
        Fillers =
        [
            "very ", "really ", "just ", "quite ", "almost ", "only ", "still ", "even ", "slowly ", "quietly ", "suddenly ", "softly ", "carefully ", "perhaps ", "somehow ",
            "of course ", "at last ", "for a moment ", "once more ", "a little ", "old ", "small ", "long ", "cold ", "dark ",
        ],
        Swaps =
        [
            ("walked", "went"), ("looked at", "watched"), ("looked", "turned"), ("began to", "started to"), ("turned", "swung"), ("old", "worn"), ("cold", "bitter"), ("dark", "unlit"),
            ("light", "glow"), ("small", "narrow"), ("house", "building"), ("door", "doorway"), ("quiet", "still"), ("stood", "waited"), ("came", "drew near"), ("went", "made off"),
            ("said", "told them"), ("hand", "palm"), ("night", "hour"), ("water", "tide"), ("nothing", "no thing"), ("never", "not once"), ("the", "that"), ("a", "one"),
        ],
        Least = ("it", "that"),
        AskedShorter = ["tight", "short", "cut", "trim", "brief", "less", "lean"],
        Additions =
        [
            (["menac", "dark", "threat", "danger", "fear", "tense", "sinister"],
                ["and somebody behind the wall held their breath", "as if the place had been told to expect it", "and whatever listened did not move away", "though the lock had been turned from the other side"]),
            (["slow", "linger", "calm", "longer", "breath"],
                ["and for a while there was only the sound of it", "one thing after another, with no haste in it", "while the light went on moving over the floor", "and the minute took its time"]),
            (["plain", "simple", "direct", "clear"],
                ["and that was all", "and there was no more to it", "and so it was", "as anyone could see"]),
            ([],
                ["and it was not the same as before", "or so it seemed from where they stood", "and neither of them spoke of it", "which was how it would be told later"]),
        ],
    };
}
