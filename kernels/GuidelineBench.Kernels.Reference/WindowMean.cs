namespace GuidelineBench.Kernels.Reference;

/// <summary>Average pooling: the mean under the window.</summary>
public static class WindowMean
{
    /// <param name="countsPadding">Whether positions outside the map count, as zeros.</param>
    /// <returns>All channels at one pixel.</returns>
    public static double[] Pixel(Patch patch, bool countsPadding)
    {
        int count = countsPadding ? patch.Pixels.Length : patch.Pixels.Count(pixel => pixel >= 0);
        double[] output = new double[patch.Channels];
        for (int channel = 0; channel < output.Length; channel++)
        {
            double sum = 0;
            foreach (double value in patch.OfChannel(channel))
                sum += value;
            output[channel] = sum / count;
        }

        return output;
    }
}
