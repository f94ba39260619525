using System.Buffers.Binary;
using System.Numerics;

namespace GuidelineBench.Core.Files;

/// <summary>
/// SHA-256, FIPS 180-4. .NET's own calls OpenSSL on Linux and ends the process where there is none, as on a bare board.
/// </summary>
public sealed class Sha256
{
    public const int DigestBytes = 32;

    private const int BlockBytes = 64, Rounds = 64;

    /// <summary>Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.</summary>
    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Section 5.3.3: the same of the square roots of the first eight primes.</summary>
    private readonly uint[] state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private readonly byte[] rest = new byte[BlockBytes];

    private long length;

    private int RestBytes => (int)(length % BlockBytes);

    /// <returns><see cref="DigestBytes"/> bytes.</returns>
    public static byte[] HashData(ReadOnlySpan<byte> data)
    {
        var hash = new Sha256();
        hash.Append(data);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        int held = RestBytes;
        length += data.Length;
        if (held > 0)
        {
            int taken = Math.Min(BlockBytes - held, data.Length);
            data[..taken].CopyTo(rest.AsSpan(held));
            data = data[taken..];
            if (held + taken < BlockBytes)
                return;
            Compress(state, rest);
        }

        for (; data.Length >= BlockBytes; data = data[BlockBytes..])
            Compress(state, data[..BlockBytes]);
        data.CopyTo(rest);
    }

    /// <summary>Nothing can be appended afterwards.</summary>
    /// <returns><see cref="DigestBytes"/> bytes.</returns>
    public byte[] Finish()
    {
        // Section 5.1.1: a one, zeros, and the length in bits at the end of a block.
        int held = RestBytes;
        Span<byte> padded = stackalloc byte[held + 1 + sizeof(ulong) <= BlockBytes ? BlockBytes : 2 * BlockBytes];
        padded.Clear();
        rest.AsSpan(0, held).CopyTo(padded);
        padded[held] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded[^sizeof(ulong)..], 8UL * (ulong)length);
        for (int start = 0; start < padded.Length; start += BlockBytes)
            Compress(state, padded.Slice(start, BlockBytes));

        byte[] digest = new byte[DigestBytes];
        for (int i = 0; i < state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(sizeof(uint) * i), state[i]);
        return digest;
    }

    /// <summary>Section 6.2.2.</summary>
    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> schedule = stackalloc uint[Rounds];
        for (int t = 0; t < BlockBytes / sizeof(uint); t++)
            schedule[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(sizeof(uint) * t)..]);
        for (int t = BlockBytes / sizeof(uint); t < Rounds; t++)
        {
            uint early = schedule[t - 15], late = schedule[t - 2];
            uint sigma0 = BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3);
            uint sigma1 = BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10);
            schedule[t] = sigma1 + schedule[t - 7] + sigma0 + schedule[t - 16];
        }

        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        (uint e, uint f, uint g, uint h) = (state[4], state[5], state[6], state[7]);
        for (int t = 0; t < Rounds; t++)
        {
            uint sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            uint first = h + sum1 + ((e & f) ^ (~e & g)) + RoundConstants[t] + schedule[t];
            uint sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            uint second = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
