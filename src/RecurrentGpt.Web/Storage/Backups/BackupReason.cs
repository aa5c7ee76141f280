namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Why a copy was made.</summary>
public enum BackupReason
{
    /// <summary>Its time had come.</summary>
    Scheduled,

    /// <summary>A new version of the program was about to change the schema.</summary>
    Update,

    /// <summary>Another copy was about to be restored.</summary>
    Restore,

    /// <summary>Somebody asked for it.</summary>
    Hand,
}
