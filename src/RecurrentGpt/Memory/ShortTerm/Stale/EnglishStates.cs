using System.Collections.Frozen;

namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>English words for states that flip, and the verbs that flip them.</summary>
internal static class EnglishStates
{
    /// <summary>What stands after "is": the aspect, and whether it is so.</summary>
    internal static FrozenDictionary<string, (string Aspect, bool Value)> Adjectives { get; } = Table(
        ("lit", true, "lit burning alight"), ("lit", false, "unlit out extinguished dark"),
        ("alive", true, "alive"), ("alive", false, "dead drowned killed"),
        ("open", true, "open opened ajar"), ("open", false, "closed shut"),
        ("locked", true, "locked bolted barred"), ("locked", false, "unlocked unbolted unbarred"),
        ("awake", true, "awake"), ("awake", false, "asleep"),
        ("whole", true, "whole intact unbroken mended repaired"), ("whole", false, "broken shattered smashed"),
        ("lost", true, "missing lost gone"), ("lost", false, "found back returned"),
        ("sealed", true, "unread unopened sealed"), ("sealed", false, "unsealed"),
        ("full", true, "full"), ("full", false, "empty emptied"),
        ("free", true, "free freed"), ("free", false, "captive imprisoned"));

    /// <summary>What something does by itself.</summary>
    internal static FrozenDictionary<string, (string Aspect, bool Value)> Happenings { get; } = Table(
        ("alive", false, "died drowned"), ("awake", true, "woke"), ("lost", true, "vanished disappeared"), ("lost", false, "returned reappeared"),
        ("open", true, "opened"), ("open", false, "closed"), ("whole", false, "broke shattered"), ("free", true, "escaped"));

    /// <summary>What somebody does to something.</summary>
    internal static FrozenDictionary<string, (string Aspect, bool Value)> Deeds { get; } = Table(
        ("lit", true, "lit kindled lights"), ("lit", false, "extinguished snuffed"), ("alive", false, "killed murdered shot"),
        ("open", true, "opened opens"), ("open", false, "closed shut slammed closes"), ("locked", true, "locked bolted barred locks"), ("locked", false, "unlocked unbolted unbarred unlocks"),
        ("whole", false, "broke shattered smashed"), ("whole", true, "mended repaired"), ("lost", false, "found"), ("sealed", false, "unsealed"), ("full", false, "emptied"), ("full", true, "filled"),
        ("free", true, "freed released"));

    internal static FrozenSet<string> Be { get; } = Words("is are was were stands stood lies lay remains remained stays stayed hangs hung seems");

    internal static FrozenSet<string> Holds { get; } = Words("has have had carries carry holds hold keeps keep owns own wears wear");

    internal static FrozenSet<string> GivesAway { get; } = Words("gave handed threw sold burned burnt lost swallowed gives hands throws loses");

    internal static FrozenSet<string> Leaves { get; } = Words("left leaves fled");

    internal static FrozenSet<string> Places { get; } = Words("in inside at aboard");

    /// <summary>Words that say nothing of which thing is meant.</summary>
    internal static FrozenSet<string> Determiners { get; } = Words("the his her their its this that these those my our your both all old");

    /// <summary>Words that say that some other thing is meant, or none.</summary>
    internal static FrozenSet<string> Others { get; } = Words("a an another other every each no any some second neither either whose nobody nothing everybody everything it he she they who which what one");

    /// <summary>Words between a subject and its verb.</summary>
    internal static FrozenSet<string> Adverbs { get; } = Words("still now already again finally suddenly quietly slowly softly quickly then also just at last both all once more overnight tonight today there here");

    /// <summary>Where one of these stands, nothing is plainly said to be so.</summary>
    internal static FrozenSet<string> Doubts { get; } = Words(
        "if would could might should may must perhaps maybe almost nearly though imagined imagines dreamed dreamt dream wished wish hoped hope feared fear wanted want tried trying meant until unless before "
        + "never not nobody nothing cannot neither nor remembered remember pretended pretend thought think believed believe expected whether like ago when once used will can had");

    internal static FrozenSet<string> Prepositions { get; } = Words("in on at of with behind under by near over from to for inside beside above below across that who which against between into onto through");

    internal static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '));

    private static FrozenDictionary<string, (string Aspect, bool Value)> Table(params (string Aspect, bool Value, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, (row.Aspect, row.Value)))).ToFrozenDictionary();
}
