using System.Text;

namespace RecurrentGpt.EndToEnd;

/// <summary>A search that finds nothing proves nothing, unless it finds what is there.</summary>
public sealed class SecretSearchTests
{
    private const string Secret = "sk-planted-0123456789";

    public static TheoryData<string> Ways => ["plain", "utf-16", "big-endian", "base64", "base64+1", "base64+2", "basic", "hex", "backwards"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void LookInto_FolderWithAPlantedCopy_FindsIt(string way)
    {
        var folder = Directory.CreateTempSubdirectory("recurrentgpt-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "planted"), [.. Encoding.UTF8.GetBytes("before "), .. Planted(way), .. Encoding.UTF8.GetBytes(" behind")]);
            var search = new SecretSearch(Secret);

            search.LookInto(folder.FullName);

            Assert.StartsWith("planted: ", Assert.Single(search.Hits), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Look_TextWithoutIt_CountsWhatWasSearchedAndFindsNothing()
    {
        var search = new SecretSearch(Secret);

        search.Look("a page", "sk-planted-012345678");
        search.Look("another", "");

        Assert.Empty(search.Hits);
        Assert.Equal((2, 20L), (search.Places, search.Bytes));
    }

    private static byte[] Planted(string way)
    {
        var bytes = Encoding.UTF8.GetBytes(Secret);
        return way switch
        {
            "plain" => bytes,
            "utf-16" => Encoding.Unicode.GetBytes(Secret),
            "big-endian" => Encoding.BigEndianUnicode.GetBytes(Secret),
            "backwards" => [.. bytes.Reverse()],
            "hex" => Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)),
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)),
            "base64+1" => Encoding.ASCII.GetBytes(Convert.ToBase64String([.. "{"u8, .. bytes, .. "}"u8])),
            "base64+2" => Encoding.ASCII.GetBytes(Convert.ToBase64String([.. "{\""u8, .. bytes, .. "\"}"u8])),
            _ => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"person:{Secret}"))),
        };
    }
}
