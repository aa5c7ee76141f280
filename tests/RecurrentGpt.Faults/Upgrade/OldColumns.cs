using RecurrentGpt.Faults.Kill;

namespace RecurrentGpt.Faults.Upgrade;

/// <summary>The tables and columns of a version's data, and a digest of what is in them: what an update adds does not count.</summary>
internal static class OldColumns
{
    /// <summary>Each table with its columns, in quotes and with commas between, without the books that migrations keep.</summary>
    public static IReadOnlyList<(string Table, string Columns)> Of(string file)
    {
        using var rows = Rows.AtRest(file);
        return
        [
            .. rows.Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name")
                .Select(table => (table, string.Join(", ", rows.Texts($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') ORDER BY name")))),
        ];
    }

    /// <summary>Every byte of the rows in these columns.</summary>
    public static string Digest(string file, IEnumerable<(string Table, string Columns)> columns)
    {
        using var rows = Rows.AtRest(file);
        return string.Join('\n', columns.Select(table => $"{table.Table} {rows.Digests($"SELECT '', {table.Columns} FROM \"{table.Table}\" ORDER BY {table.Columns}").GetValueOrDefault("")}"));
    }
}
