namespace RecurrentGpt.Web.Storage;

/// <summary>Storage cannot be opened. The message is for people and names what to do.</summary>
public class StorageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process has the data folder.</summary>
public sealed class DataFolderInUseException(string message, Exception? inner = null) : StorageException(message, inner);

/// <summary>A later version of the program has written the database.</summary>
public sealed class NewerDatabaseException(string message) : StorageException(message);

/// <summary>What was to be stored was meant for a database that a backup has replaced meanwhile. Nothing was stored.</summary>
public sealed class DatabaseReplacedException() : StorageException("A backup was restored meanwhile, and this was meant for what stood before. Open the page anew.");
