namespace RecurrentGpt.Web.Storage.Search;

/// <summary>A word as it is searched for, and where it stands in the text.</summary>
/// <param name="Text">The word without case and accents.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="StandsAlone">Whether it is one character of a script that puts no spaces between its words.</param>
public readonly record struct SearchWord(string Text, int Start, int End, bool StandsAlone);
