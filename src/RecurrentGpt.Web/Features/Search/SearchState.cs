namespace RecurrentGpt.Web.Features.Search;

/// <summary>How far one of the two searches is.</summary>
public enum SearchState
{
    /// <summary>Nothing was typed that could be searched for.</summary>
    None,

    /// <summary>More was typed than is searched for.</summary>
    TooLong,

    /// <summary>It goes on.</summary>
    Searching,

    /// <summary>It has ended.</summary>
    Done,

    /// <summary>It waits for the person, since it asks a server.</summary>
    Unasked,

    /// <summary>It could not be made.</summary>
    Failed,
}
