namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>What holds stories in memory and works on them, and must let go of them when another database takes the place of theirs.</summary>
public interface IStoriesInMemory
{
    /// <summary>Ends all that is being written as interrupted, and waits until that is stored.</summary>
    Task InterruptAsync();

    /// <summary>Forgets all stories; they are read anew when they are next needed.</summary>
    void Forget();
}
