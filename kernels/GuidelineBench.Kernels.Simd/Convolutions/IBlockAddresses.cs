using System.Reflection.Emit;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>Where a kernel finds a block's inputs, parameters and outputs while it is written.</summary>
internal interface IBlockAddresses
{
    /// <summary>Next parameter.</summary>
    LocalBuilder Parameters { get; }

    /// <summary>What <see cref="LoadInput"/> is relative to.</summary>
    LocalBuilder Input { get; }

    /// <summary>Back to the group's first input.</summary>
    void StartInputs();

    /// <returns>Floats from <see cref="Input"/> to the first pixel of the panel of that many inputs further on.</returns>
    int LoadInput(int channel);

    /// <summary>Goes on by some inputs.</summary>
    void AdvanceInputs(int count);

    /// <summary>Pushes the address of a pixel of the panel in the block's n-th output channel.</summary>
    void PushOutputAddress(int channel, int pixel);

    /// <summary>Pushes the address of what is added there.</summary>
    void PushAddendAddress(int channel, int pixel, int addend);
}
