namespace RecurrentGpt.Offline.Chinese;

/// <summary>The genres with words of their own, and the words in a genre's name that they are known by.</summary>
internal static class ChineseBankGenres
{
    internal const string Other = "Other";

    internal static readonly (string Name, string[] Keys, string Text)[] All =
    [
        ("ScienceFiction", ["科幻", "science", "sci-fi", "space", "太空", "飞船", "空间站", "殖民地", "星球", "火星", "未来城市"], ChineseBankScienceFiction.Text),
        ("Mystery", ["悬疑", "推理", "侦探", "惊悚", "mystery", "thriller", "detective"], ChineseBankMystery.Text),
        ("Romance", ["爱情", "言情", "青春", "romance", "young adult", "love"], ChineseBankRomance.Text),
        ("Fantasy", ["奇幻", "玄幻", "仙侠", "魔幻", "武侠", "fantasy", "fairy"], ChineseBankFantasy.Text),
        ("Horror", ["恐怖", "灵异", "horror", "gothic"], ChineseBankHorror.Text),
        ("Historical", ["历史", "古代", "histor"], ChineseBankHistorical.Text),
        ("Western", ["西部", "western"], ChineseBankWestern.Text),
        ("Other", [], ChineseBankOther.Text),
    ];
}
