using CsCheck;

namespace GuidelineBench.Sampling;

/// <summary>
/// A statement about all inputs of a kind, tried on some: those of a seed that stands here, and with all cases on others
/// that are new each time. One that fails is made smaller, and the message says the seed that it comes back by.
/// </summary>
internal static class Property
{
    private const ulong Seed = 20180730;

    private const int FreshInputs = 10, SmallerInputs = 1000;

    /// <param name="holds">Throws for an input that the statement is wrong of.</param>
    /// <param name="number">Inputs; with all cases <see cref="FreshInputs"/> times as many follow.</param>
    /// <param name="smaller">Inputs that are tried in search of a smaller one that fails.</param>
    /// <exception cref="CsCheckException">It does not hold; inside is what <paramref name="holds"/> threw.</exception>
    public static void Holds<T>(Gen<T> inputs, Action<T> holds, int number = 100, int smaller = SmallerInputs)
    {
        // CsCheck draws by a given seed the first input only, so each has its own here; that of the variable CsCheck_Seed comes alone.
        if (Check.Seed is not null)
        {
            inputs.Sample(holds, iter: 1, threads: 1);
            return;
        }

        for (uint stream = 0; stream < number; stream++)
        {
            var source = new PCG(stream, Seed);
            string seed = source.ToString();
            try
            {
                holds(inputs.Generate(source, null, out _));
            }
            catch (Exception)
            {
                inputs.Sample(holds, seed: seed, iter: smaller, threads: 1);
                throw;
            }
        }

        if (TestPart.IsAll)
            inputs.Sample(holds, iter: (long)FreshInputs * number, threads: 1);
    }
}
