using System.Globalization;
using System.Text;

namespace RecurrentGpt.EndToEnd;

/// <summary>Looks for a secret in whatever it is given, in every way in which it may be written down, and counts what it has looked through.</summary>
internal sealed class SecretSearch
{
    private readonly IReadOnlyList<(string Name, byte[] Bytes)> _forms;
    private readonly List<string> _hits = [];

    public SecretSearch(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        _forms =
        [
            ("UTF-8", bytes),
            ("UTF-16", Encoding.Unicode.GetBytes(secret)),
            ("UTF-16, the other way round", Encoding.BigEndianUnicode.GetBytes(secret)),
            ("backwards", [.. bytes.Reverse()]),
            ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes))),
            .. Enumerable.Range(0, 3).Select(offset => ($"Base64, {offset} bytes in", Base64(bytes, offset))),
            .. Enumerable.Range(0, 3).Select(offset => ($"Base64 of UTF-16, {offset} bytes in", Base64(Encoding.Unicode.GetBytes(secret), offset))),
        ];
    }

    /// <summary>Where it was found, and how it was written.</summary>
    public IReadOnlyList<string> Hits => _hits;

    public int Places { get; private set; }

    public long Bytes { get; private set; }

    public void Look(string place, string text) => Look(place, Encoding.UTF8.GetBytes(text));

    public void Look(string place, ReadOnlySpan<byte> bytes)
    {
        Places++;
        Bytes += bytes.Length;
        foreach (var (name, form) in _forms)
        {
            if (bytes.IndexOf(form) >= 0)
            {
                _hits.Add($"{place}: {name}");
            }
        }
    }

    /// <summary>Every file of a folder, whatever is in it.</summary>
    public void LookInto(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Look(Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_hits.Count} hits in {Places:N0} places, {Bytes:N0} bytes, each in {_forms.Count} ways of writing");

    // What stands before it moves the signs of Base64, and what stands behind it changes the last of them.
    private static byte[] Base64(byte[] bytes, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var from = offset == 0 ? 0 : offset + 1;
        return Encoding.ASCII.GetBytes(text[from..((offset + bytes.Length) / 3 * 4)]);
    }
}
