using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GuidelineBench.Cli.Testing;

/// <summary>A vector width that kernels are tested with: the machine's own, or a narrower one that the runtime is told to use.</summary>
/// <param name="Name">As an option takes it.</param>
/// <param name="Variables">The runtime's switch, and what tests are told to expect; empty for the machine's own width.</param>
internal sealed record TestedWidth(string Name, ImmutableDictionary<string, string> Variables)
{
    /// <summary>Tells tests which width they are expected to run with.</summary>
    public const string ExpectedBitsVariable = "GUIDELINEBENCH_EXPECTED_VECTOR_BITS";

    /// <summary>The widest first; one alone on Arm.</summary>
    public static ImmutableArray<TestedWidth> OfThisMachine { get; } = [.. Find()];

    private static IEnumerable<TestedWidth> Find()
    {
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        yield return new TestedWidth(Text(widest), ImmutableDictionary<string, string>.Empty);
        if (widest > 256)
            yield return Narrowed("256", 256, "DOTNET_EnableAVX512", "0");
        if (widest > 128)
            yield return Narrowed("128", 128, "DOTNET_PreferredVectorBitWidth", "128");
        if (Avx2.IsSupported)
            yield return Narrowed("128-without-fma", 128, "DOTNET_EnableAVX2", "0");
    }

    private static TestedWidth Narrowed(string name, int bits, string variable, string value) => new(
        name, ImmutableDictionary<string, string>.Empty.Add(variable, value).Add(ExpectedBitsVariable, Text(bits)));

    private static string Text(int bits) => bits.ToString(CultureInfo.InvariantCulture);
}
