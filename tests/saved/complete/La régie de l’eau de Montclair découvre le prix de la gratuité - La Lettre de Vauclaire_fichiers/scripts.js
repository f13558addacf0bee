var tie={};
