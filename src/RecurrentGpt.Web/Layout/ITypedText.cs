namespace RecurrentGpt.Web.Layout;

/// <summary>Holds what was typed on a page and is not stored yet.</summary>
public interface ITypedText
{
    /// <summary>Stores it now. Does not throw: what could not be stored is kept by the browser.</summary>
    Task StoreAsync();

    /// <summary>Lets go of it without storing it, at once and from any thread: a backup was restored, and it was typed into what stood before.</summary>
    void Forget();
}
