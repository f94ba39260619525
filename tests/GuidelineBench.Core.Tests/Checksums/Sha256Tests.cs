using System.Security.Cryptography;
using System.Text;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Core.Tests.Checksums;

public class Sha256Tests
{
    /// <summary>NIST's example values for FIPS 180-4: no block, one block, two blocks.</summary>
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_digests_are_those_of_the_standard(string message, string digest) =>
        Assert.Equal(digest, Convert.ToHexStringLower(Sha256.HashData(Encoding.ASCII.GetBytes(message))));

    [Fact]
    public void Every_length_around_a_block_is_padded_as_the_system_does()
    {
        byte[] data = [.. Enumerable.Range(0, 200).Select(i => (byte)(7 * i))];
        for (int length = 0; length <= data.Length; length++)
            Assert.Equal(SHA256.HashData(data.AsSpan(0, length)), Sha256.HashData(data.AsSpan(0, length)));
    }

    [Fact]
    public void Parts_count_like_the_whole()
    {
        byte[] data = [.. Enumerable.Range(0, 300).Select(i => (byte)(11 * i))];
        foreach (int part in new[] { 1, 7, 63, 64, 65, 128, 299 })
        {
            var hash = new Sha256();
            foreach (byte[] chunk in data.Chunk(part))
                hash.Append(chunk);
            Assert.Equal(SHA256.HashData(data), hash.Finish());
        }
    }
}
