namespace GuidelineBench.Kernels.Reference;

/// <summary>Max pooling: the largest value under the window, positions outside the map left out.</summary>
public static class WindowMaximum
{
    /// <returns>All channels at one pixel.</returns>
    public static double[] Pixel(Patch patch)
    {
        double[] output = new double[patch.Channels];
        for (int channel = 0; channel < output.Length; channel++)
        {
            ReadOnlySpan<double> values = patch.OfChannel(channel);
            double largest = double.NegativeInfinity;
            for (int position = 0; position < values.Length; position++)
            {
                if (patch.IsInside(position))
                    largest = Math.Max(largest, values[position]);
            }

            output[channel] = largest;
        }

        return output;
    }
}

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
