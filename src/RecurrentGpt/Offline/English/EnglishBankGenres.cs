namespace RecurrentGpt.Offline.English;

/// <summary>The genres with words of their own, and the words in a genre's name that they are known by.</summary>
internal static class EnglishBankGenres
{
    internal const string Other = "Other";

    internal static readonly (string Name, string[] Keys, string Text)[] All =
    [
        ("ScienceFiction", ["science", "sci-fi", "scifi", "space", "cyberpunk", "dystop"], EnglishBankScienceFiction.Text),
        ("Mystery", ["mystery", "detective", "crime"], EnglishBankMystery.Text),
        ("Romance", ["romance", "love"], EnglishBankRomance.Text),
        ("Fantasy", ["fantasy", "fairy", "magic"], EnglishBankFantasy.Text),
        ("Horror", ["horror", "gothic", "ghost"], EnglishBankHorror.Text),
        ("Historical", ["histor", "period"], EnglishBankHistorical.Text),
        ("Western", ["western", "frontier"], EnglishBankWestern.Text),
        ("Thriller", ["thriller", "suspense", "spy"], EnglishBankThriller.Text),
        ("YoungAdult", ["young adult", "teen", "coming of age"], EnglishBankYoungAdult.Text),
        ("Other", [], EnglishBankOther.Text),
    ];
}
