namespace RecurrentGpt.Web.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder of all data; empty for the user's own application data.</summary>
    public string Path { get; set; } = "";
}
